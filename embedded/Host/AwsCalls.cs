namespace EmbeddedAws.Host;

/// <summary>Counts the calls of each AWS operation and lets a test break some of them. It is reached from the host object only.</summary>
public sealed class AwsCalls
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _counts = [];
    private readonly List<Injection> _injections = [];

    /// <summary>How many calls of an operation came in since the start, failed ones included.</summary>
    /// <param name="operation">AWS's name of the operation: <c>PutObject</c>, <c>Query</c>.</param>
    public int Count(string operation)
    {
        lock (_gate)
            return _counts.GetValueOrDefault(operation);
    }

    /// <summary>The calls of every operation since the start, by AWS's name of the operation.</summary>
    public IReadOnlyDictionary<string, int> Counts()
    {
        lock (_gate)
            return new Dictionary<string, int>(_counts);
    }

    /// <summary>Breaks calls of an operation, counted from now.</summary>
    /// <param name="operation">AWS's name of the operation: <c>PutObject</c>, <c>Query</c>.</param>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="call">The first call that it hits: 1 is the next one.</param>
    /// <param name="times">How many calls in a row it affects; by default all that follow.</param>
    public void Inject(string operation, AwsFault fault, int call = 1, int times = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(call, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        lock (_gate)
            _injections.Add(new Injection(operation, fault, call - 1, times));
    }

    /// <summary>Counts a call, and returns what is to go wrong with it, if anything.</summary>
    internal AwsFault? Enter(string operation)
    {
        lock (_gate)
        {
            _counts[operation] = _counts.GetValueOrDefault(operation) + 1;
            AwsFault? fault = null;
            foreach (var injection in _injections.Where(i => i.Operation == operation))
            {
                var next = injection.Next();
                fault ??= next;
            }

            return fault;
        }
    }

    private sealed class Injection(string operation, AwsFault fault, int skip, int times)
    {
        private int _skip = skip;
        private int _times = times;

        public string Operation => operation;

        public AwsFault? Next()
        {
            if (_skip > 0)
            {
                _skip--;
                return null;
            }

            if (_times == 0)
                return null;
            if (_times != int.MaxValue)
                _times--;
            return fault;
        }
    }
}

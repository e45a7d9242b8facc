using System.Collections.Concurrent;

namespace ImageService.E2E.Contract;

/// <summary>Sees every exchange of a cloud's clients: fails the test whose answer is not as described, and counts the others.</summary>
/// <param name="description">The description.</param>
/// <param name="ownGateway">Whether the cloud is ours: another may add headers, and answers by itself in its own form, so that only the status counts.</param>
internal sealed class Recorder(Description description, bool ownGateway = true)
{
    /// <summary>What a gateway may answer by itself.</summary>
    private static readonly HashSet<int> OfGateway = [403, 413, 429, 500, 502, 504];

    private readonly ConcurrentDictionary<(string Operation, int Status), Tally> _tallies = [];
    private readonly ConcurrentQueue<string> _violations = [];

    /// <summary>The recorder of embedded clouds: the suite's, and those that tests start.</summary>
    public static Recorder Embedded { get; } = new(Description.Published);

    /// <summary>The recorder of another cloud that is under test.</summary>
    public static Recorder Other { get; } = new(Description.Published, ownGateway: false);

    /// <summary>The recorder of the cloud under test.</summary>
    public static Recorder UnderTest => SharedCloud is Clouds.Embedded ? Embedded : Other;

    /// <summary>All that did not fit, even where a test caught the failure.</summary>
    public IReadOnlyCollection<string> Violations => _violations;

    /// <summary>Takes an exchange.</summary>
    /// <exception cref="AssertionException">The answer is not as described.</exception>
    public void Take(Exchange exchange)
    {
        if (exchange.IsCutOff)
            return;
        var operation = description.Match(exchange.Method, exchange.Path, exchange.Download);
        var status = exchange.Answer.Status;
        var faults = Faults(operation, exchange);
        if (faults.Count == 0)
        {
            _tallies.GetOrAdd((operation.Name, status), _ => new Tally()).Add(exchange.Elapsed);
            return;
        }

        var violation = $"{exchange.Method} {exchange.Path} ({operation.Name}) was answered by {status}, not as openapi.json describes it: {string.Join("; ", faults)}.";
        _violations.Enqueue(violation);
        throw new AssertionException($"{violation}\n{exchange.Answer}");
    }

    /// <summary>How often an operation has answered with a status.</summary>
    public Tally TallyOf(string operation, int status) => _tallies.GetValueOrDefault((operation, status)) ?? new Tally();

    private IReadOnlyList<string> Faults(DescribedOperation operation, Exchange exchange)
    {
        if (!operation.Answers.TryGetValue(exchange.Answer.Status, out var described))
            return [$"it lists {string.Join(", ", operation.Answers.Keys)}"];
        if (ownGateway)
            return [.. described.Faults(exchange.Method, exchange.Answer), .. described.UnknownHeaders(exchange.Answer)];
        var isOfGateway = OfGateway.Contains(exchange.Answer.Status) && exchange.Answer.Header("X-Request-Id") is null;
        return isOfGateway ? [] : described.Faults(exchange.Method, exchange.Answer);
    }
}

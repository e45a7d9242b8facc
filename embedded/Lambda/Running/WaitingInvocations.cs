namespace EmbeddedAws.Lambda.Running;

/// <summary>The invocations that wait for an execution environment of a pool: who came first is served first. The pool locks.</summary>
internal sealed class WaitingInvocations
{
    private readonly Queue<TaskCompletionSource<ExecutionEnvironment?>> _waiting = [];

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            // Those that have waited for too long are not there any more.
            while (_waiting.TryPeek(out var first) && first.Task.IsCompleted)
                _waiting.Dequeue();
            return _waiting.Count;
        }
    }

    public TaskCompletionSource<ExecutionEnvironment?> Add()
    {
        var waiting = new TaskCompletionSource<ExecutionEnvironment?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Enqueue(waiting);
        return waiting;
    }

    /// <summary>Gives an environment to the first; says whether there was one that takes it.</summary>
    public bool TryServe(ExecutionEnvironment environment)
    {
        while (_waiting.TryDequeue(out var first))
        {
            if (first.TrySetResult(environment))
                return true;
        }

        return false;
    }

    /// <summary>Tells all that they get none here.</summary>
    public void Dismiss()
    {
        while (_waiting.TryDequeue(out var first))
            first.TrySetResult(null);
    }

    /// <summary>Tells the first why it has none.</summary>
    public void Fail(Exception failure)
    {
        if (_waiting.TryDequeue(out var first))
            first.TrySetException(failure);
    }
}

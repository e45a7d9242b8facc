using NUnit.Framework.Interfaces;

namespace ImageService.Mutants.Testing;

/// <summary>Keeps the first test that fails.</summary>
internal sealed class FailureListener : ITestListener
{
    private int _ran;

    public string? Failed { get; private set; }

    public string? Message { get; private set; }

    public int Ran => _ran;

    public void TestStarted(ITest test)
    {
    }

    public void TestFinished(ITestResult result)
    {
        if (!result.Test.IsSuite)
            Interlocked.Increment(ref _ran);
        // The end of the whole suite complains that not all tests have run; all else counts, such as a cloud that does not start.
        if (result.ResultState.Status != TestStatus.Failed || result.ResultState.Site is FailureSite.Child or FailureSite.TearDown && result.Test.IsSuite)
            return;
        lock (this)
        {
            if (Failed is not null)
                return;
            Failed = result.Test.FullName;
            Message = result.Message is { Length: > 300 } message ? message[..300] : result.Message;
        }
    }

    public void TestOutput(TestOutput output)
    {
    }

    public void SendMessage(TestMessage message)
    {
    }
}

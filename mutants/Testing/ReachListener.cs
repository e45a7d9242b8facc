using System.Diagnostics;
using NUnit.Framework.Interfaces;

namespace ImageService.Mutants.Testing;

/// <summary>After each test, says which mutants were reached in the meantime, by this process or one that the test has started.</summary>
internal sealed class ReachListener(string file, Action<TestReach> say) : ITestListener
{
    private readonly byte[] _reached = new byte[new FileInfo(file).Length];
    private long _started;
    private bool _isUnderWay;

    public void TestStarted(ITest test)
    {
        if (test.IsSuite)
            return;
        // What was reached before the first test is of the start of the cloud; before a later one of what its class prepares.
        if (!_isUnderWay)
            say(new TestReach("", 0, true, TakeReached()));
        _isUnderWay = true;
        _started = Stopwatch.GetTimestamp();
    }

    public void TestFinished(ITestResult result)
    {
        if (result.Test.IsSuite)
            return;
        var time = Stopwatch.GetElapsedTime(_started);
        say(new TestReach(result.Test.FullName, (int)time.TotalMilliseconds, result.ResultState.Status == TestStatus.Passed, TakeReached()));
    }

    private List<int> TakeReached()
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        stream.ReadExactly(_reached);
        stream.Position = 0;
        stream.Write(new byte[_reached.Length]);
        return [.. _reached.Index().Where(mutant => mutant.Item != 0).Select(mutant => mutant.Index)];
    }

    public void TestOutput(TestOutput output)
    {
    }

    public void SendMessage(TestMessage message)
    {
    }
}

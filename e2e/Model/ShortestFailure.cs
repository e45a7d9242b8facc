using FsCheck;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace ImageService.E2E.Model;

/// <summary>Keeps the shortest sequence that failed. FsCheck's own runners print everything else, too.</summary>
internal sealed class ShortestFailure : IRunner
{
    /// <summary>The sequence; null when none failed.</summary>
    public Step[]? Steps { get; private set; }

    public void OnStartFixture(Type t)
    {
    }

    public void OnArguments(int ntest, FSharpList<object> args, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every)
    {
    }

    public void OnShrink(FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink)
    {
    }

    public void OnFinished(string name, TestResult testResult)
    {
        // The third item holds the arguments after shrinking; F# gives it no name.
        if (testResult is TestResult.Failed failed)
            Steps = failed.Item3.OfType<Step[]>().Single();
    }
}

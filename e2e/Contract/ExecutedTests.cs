using System.Collections.Concurrent;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

[assembly: ImageService.E2E.Contract.ExecutedTests]

namespace ImageService.E2E.Contract;

/// <summary>Notes which tests have been started, so that what looks at the whole suite knows whether it was run.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class ExecutedTestsAttribute : Attribute, ITestAction
{
    private static readonly ConcurrentDictionary<string, byte> Started = [];

    public ActionTargets Targets => ActionTargets.Test;

    /// <summary>The tests that were left out: by a filter, or because one runs alone. Those that are not parallel run last and do not count.</summary>
    public static IReadOnlyList<string> LeftOut()
    {
        ITest root = TestExecutionContext.CurrentContext.CurrentTest;
        while (root.Parent is { } parent)
            root = parent;
        return [.. Runnable(root).Where(test => !Started.ContainsKey(test.Id)).Select(test => test.FullName)];
    }

    public void BeforeTest(ITest test) => Started[test.Id] = 0;

    public void AfterTest(ITest test)
    {
    }

    private static IEnumerable<ITest> Runnable(ITest test)
    {
        if (test.RunState != RunState.Runnable || test.Properties.Get(PropertyNames.ParallelScope) is ParallelScope.None)
            return [];
        return test.IsSuite ? test.Tests.SelectMany(Runnable) : [test];
    }
}

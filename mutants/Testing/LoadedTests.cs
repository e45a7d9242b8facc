using System.Reflection;
using NUnit;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace ImageService.Mutants.Testing;

/// <summary>The tests of an assembly, loaded twice: to run one after the other, and several at once.</summary>
internal sealed class LoadedTests(Assembly assembly)
{
    private const int AtOnce = 8;

    private readonly (NUnitTestAssemblyRunner Runner, ILookup<string, string> Ids) _single = Load(assembly, 0, stopOnError: true);
    private readonly (NUnitTestAssemblyRunner Runner, ILookup<string, string> Ids) _parallel = Load(assembly, AtOnce, stopOnError: true);

    /// <summary>Runs tests up to the first that fails.</summary>
    public void Run(IEnumerable<string> names, bool atOnce, ITestListener listener)
    {
        var (runner, ids) = atOnce ? _parallel : _single;
        runner.Run(listener, new ChosenTests(names.SelectMany(name => ids[name])));
    }

    /// <summary>Runs all tests that fit.</summary>
    public static void RunOneByOne(Assembly assembly, Func<string, bool> fits, ITestListener listener)
    {
        var (runner, ids) = Load(assembly, 0, stopOnError: false);
        runner.Run(listener, new ChosenTests(ids.Where(test => fits(test.Key)).SelectMany(test => test)));
    }

    private static (NUnitTestAssemblyRunner Runner, ILookup<string, string> Ids) Load(Assembly assembly, int workers, bool stopOnError)
    {
        var runner = new NUnitTestAssemblyRunner(new DefaultTestAssemblyBuilder());
        var suite = runner.Load(assembly, new Dictionary<string, object>
        {
            [FrameworkPackageSettings.NumberOfTestWorkers] = workers,
            [FrameworkPackageSettings.StopOnError] = stopOnError,
            // Otherwise a thread of its own tells of tests, on a busy machine only after others have begun, and they get what those have reached.
            [FrameworkPackageSettings.SynchronousEvents] = true,
        });
        return (runner, Cases(suite).ToLookup(test => test.FullName, test => test.Id));
    }

    private static IEnumerable<ITest> Cases(ITest test) => test.IsSuite ? test.Tests.SelectMany(Cases) : [test];

    private sealed class ChosenTests(IEnumerable<string> ids) : TestFilter
    {
        private readonly HashSet<string> _ids = [.. ids];

        public override bool Match(ITest test) => _ids.Contains(test.Id);

        public override TNode AddToXml(TNode parentNode, bool recursive) => parentNode;
    }
}

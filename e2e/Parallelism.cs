// Every test has its own data, so all of them may run at once; each gets its own instance.
[assembly: Parallelizable(ParallelScope.All)]
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]

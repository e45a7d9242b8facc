// Every test has its own data, so all of them may run at once; each gets its own instance. Many wait for retries rather
// than for a core, so more run at once than there are cores.
[assembly: Parallelizable(ParallelScope.All)]
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[assembly: LevelOfParallelism(16)]

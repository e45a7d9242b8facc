namespace ImageService.E2E.Cloud.Deployment;

/// <summary>
/// A call that is not granted is denied, and turns a test red. This is the other half: what is granted is needed. It is not
/// parallel, so NUnit runs it when all others have ended.
/// </summary>
[NonParallelizable]
public sealed class LeastPrivilegeTests
{
    [Test]
    public void No_function_may_do_what_no_call_of_the_suite_needed()
    {
        Assume.That(Grants.Deployments, Is.GreaterThan(50), "Only a run of the whole suite makes all calls.");

        var unused = Grants.Unused();

        Assert.That(unused, Is.Empty);
    }
}

using ImageService.E2E.Clouds;

namespace ImageService.E2E.Deployments;

/// <summary>
/// A call that is not granted is denied, and turns a test red. This is the other half: what is granted is needed. It is not
/// parallel, so NUnit runs it when all others have ended.
/// </summary>
[NonParallelizable]
[NotOnLocalStack("Its roles are LocalStack's own.")]
public sealed class LeastPrivilegeTests
{
    [Test]
    public void No_function_may_do_what_no_call_of_the_suite_needed()
    {
        Assume.That(Grants.RolesWithoutCall(), Is.Empty, "Only a run of the whole suite calls every function.");

        var unused = Grants.Unused();

        Assert.That(unused, Is.Empty);
    }
}

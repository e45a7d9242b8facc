using NUnit.Framework.Interfaces;

namespace ImageService.E2E.LocalStack;

/// <summary>A test that deploys to the suite's own LocalStack. With any other cloud it is skipped.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class OnlyOnLocalStackAttribute : Attribute, ITestAction
{
    public ActionTargets Targets => ActionTargets.Test;

    public void BeforeTest(ITest test)
    {
        if (SharedCloud is not LocalStackCloud)
            Assert.Ignore("It breaks a deployment of its own, on a LocalStack that the suite has started: IMAGE_SERVICE_CLOUD=localstack.");
    }

    public void AfterTest(ITest test)
    {
    }
}

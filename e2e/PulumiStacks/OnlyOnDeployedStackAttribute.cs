using NUnit.Framework.Interfaces;

namespace ImageService.E2E.PulumiStacks;

/// <summary>A test that deploys one more stack to the suite's own server. With any other cloud it is skipped.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class OnlyOnDeployedStackAttribute : Attribute, ITestAction
{
    public ActionTargets Targets => ActionTargets.Test;

    public void BeforeTest(ITest test)
    {
        if (SharedCloud is not PulumiCloud)
            Assert.Ignore("It breaks a stack of its own, which needs the Pulumi CLI: IMAGE_SERVICE_CLOUD=pulumi or localstack.");
    }

    public void AfterTest(ITest test)
    {
    }
}

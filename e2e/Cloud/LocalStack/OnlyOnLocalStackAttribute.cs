using ImageService.E2E.Clouds;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace ImageService.E2E.Cloud.LocalStack;

/// <summary>A test that needs LocalStack. It is skipped on other clouds.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class OnlyOnLocalStackAttribute : NUnitAttribute, IApplyToTest
{
    public void ApplyToTest(Test test)
    {
        if (CloudChoice.IsLocalStack || test.RunState == RunState.NotRunnable)
            return;
        test.RunState = RunState.Skipped;
        test.Properties.Set(PropertyNames.SkipReason, "It needs LocalStack: IMAGE_SERVICE_CLOUD=localstack.");
    }
}

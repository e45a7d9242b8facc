using NUnit.Framework.Interfaces;

namespace ImageService.E2E.Clouds;

/// <summary>
/// A test of what LocalStack does not have, or cannot be made to do, such as faults. There it is skipped with the reason. A test
/// that starts an embedded cloud of its own for another reason runs everywhere, and has no such attribute.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class NotOnLocalStackAttribute(string reason) : Attribute, ITestAction
{
    public ActionTargets Targets => ActionTargets.Test;

    public void BeforeTest(ITest test)
    {
        if (SharedCloud.IsLocalStack)
            Assert.Ignore(reason);
    }

    public void AfterTest(ITest test)
    {
    }
}

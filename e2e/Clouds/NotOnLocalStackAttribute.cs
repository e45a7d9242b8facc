using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace ImageService.E2E.Clouds;

/// <summary>
/// A test of what LocalStack does not have, or cannot be made to do, such as faults. It is skipped there, and says why. A test
/// that starts an embedded cloud of its own for another reason runs everywhere, and is not marked.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class NotOnLocalStackAttribute(string reason) : NUnitAttribute, IApplyToTest
{
    public void ApplyToTest(Test test)
    {
        if (!CloudChoice.IsLocalStack || test.RunState == RunState.NotRunnable)
            return;
        test.RunState = RunState.Skipped;
        test.Properties.Set(PropertyNames.SkipReason, reason);
    }
}

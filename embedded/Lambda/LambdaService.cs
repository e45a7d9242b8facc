using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam;

namespace EmbeddedAws.Lambda;

/// <summary>Lambda: https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html.</summary>
internal static class LambdaService
{
    /// <summary>More than the zip of a function has in base64: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html.</summary>
    private const int LargestBody = 100 * 1024 * 1024;

    public static RestJsonService Of(Functions functions, AsyncInvocations later, ControlAuthentication authentication, IamService iam, TimeProvider time) => new(
        "lambda",
        "InvalidParameterValueException",
        new ControlRoutes(() => LambdaOperations.All(functions, later, iam, time)),
        authentication,
        LargestBody);
}

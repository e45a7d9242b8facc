using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>Errors of API Gateway: https://docs.aws.amazon.com/apigateway/latest/api/CommonErrors.html.</summary>
internal static class ApiErrors
{
    public static AwsException BadRequest(string message) => new(400, "BadRequestException", message);

    public static AwsException NotFound(string message) => new(404, "NotFoundException", message);

    public static AwsException Conflict(string message) => new(409, "ConflictException", message);

    public static AwsException LimitExceeded(string message) => new(429, "LimitExceededException", message);

    /// <summary>What API Gateway has and the embedded cloud does not.</summary>
    public static AwsException Unsupported(string what) => BadRequest($"The embedded cloud does not support {what}.");
}

using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Iam;

/// <summary>Errors of IAM: https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html.</summary>
internal static class IamErrors
{
    public static AwsException NoSuchEntity(string message) => new(404, "NoSuchEntity", message);

    public static AwsException MalformedPolicy(string message) => new(400, "MalformedPolicyDocument", message);

    public static AwsException LimitExceeded(string message) => new(409, "LimitExceeded", message);
}

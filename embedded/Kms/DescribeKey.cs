using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Kms;

/// <summary>
/// https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html. The only keys are those that AWS manages, such as
/// <c>alias/aws/dynamodb</c>; nothing is encrypted with them here.
/// </summary>
internal sealed class DescribeKey : IControlOperation
{
    private const string ManagedByAws = "alias/aws/";

    public Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var id = request.RequiredText("KeyId");
        request.Finish();
        if (!id.StartsWith(ManagedByAws, StringComparison.Ordinal))
            throw new AwsException(400, "NotFoundException", $"Key '{id}' does not exist: the embedded cloud has the keys {ManagedByAws}* only.");
        return new ControlAnswer(new JsonObject
        {
            ["KeyMetadata"] = new JsonObject
            {
                ["AWSAccountId"] = Arn.Account,
                ["Arn"] = Arn.Of("kms", $"key/{id[ManagedByAws.Length..]}"),
                ["KeyId"] = id[ManagedByAws.Length..],
                ["CreationDate"] = 0,
                ["Enabled"] = true,
                ["KeyManager"] = "AWS",
                ["KeySpec"] = "SYMMETRIC_DEFAULT",
                ["KeyState"] = "Enabled",
                ["KeyUsage"] = "ENCRYPT_DECRYPT",
                ["MultiRegion"] = false,
                ["Origin"] = "AWS_KMS",
            },
        });
    }
}

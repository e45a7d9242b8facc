using EmbeddedAws.ControlPlane;
using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Tables;

/// <summary>Reads which key the items are encrypted with: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_SSESpecification.html</summary>
internal sealed class EncryptionReader
{
    private const string KeysOfAws = "alias/aws/";

    private readonly bool? _enabled;
    private readonly string? _key;

    public EncryptionReader(RequestReader request)
    {
        var specification = request.Structure("SSESpecification");
        IsGiven = specification is not null;
        _enabled = specification?.Boolean("Enabled");
        _key = specification?.Text("KMSMasterKeyId");
        specification?.OneOf("SSEType", "KMS");
    }

    /// <summary>Whether the request says anything about it.</summary>
    public bool IsGiven { get; }

    /// <summary>The ARN of the key; null for the one that DynamoDB owns.</summary>
    /// <exception cref="DynamoDbException">There is a key although the account wants none.</exception>
    public string? Key()
    {
        if (_enabled != true)
            return _key is null ? null : throw TableErrors.NeedlessKey();
        var key = _key ?? $"{KeysOfAws}dynamodb";
        if (key.StartsWith("arn:", StringComparison.Ordinal))
            return key;
        return Arn.Of("kms", $"key/{(key.StartsWith(KeysOfAws, StringComparison.Ordinal) ? key[KeysOfAws.Length..] : key)}");
    }
}

using System.Security.Cryptography;
using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda.Code;

/// <summary>The code in a request: https://docs.aws.amazon.com/lambda/latest/api/API_FunctionCode.html.</summary>
/// <param name="Zip">The zip.</param>
internal sealed record FunctionCode(byte[] Zip)
{
    /// <summary>Its SHA-256, in base64.</summary>
    public string Sha256 { get; } = Convert.ToBase64String(SHA256.HashData(Zip));

    /// <param name="request">The request.</param>
    /// <param name="code">Its members that are about code.</param>
    /// <param name="isUnused">Whether the function runs in this process, and its zip is stored only.</param>
    public static FunctionCode Read(ControlRequest request, JsonObject code, bool isUnused)
    {
        if (code.FirstOrDefault(member => member.Key != "ZipFile" && member.Value is not null) is { Key: { } other })
            throw new AwsException(400, "InvalidParameterValueException", $"The embedded cloud takes code as ZipFile only, not by {other}.");
        if (code["ZipFile"] is not JsonValue file || !file.TryGetValue(out string? text))
            return isUnused ? new FunctionCode([]) : throw request.Invalid("Please provide a source for function code.");
        var zip = new byte[text.Length / 4 * 3];
        if (!Convert.TryFromBase64String(text, zip, out var length))
            throw request.Invalid("ZipFile must be base64.");
        if (length > CodePackage.MostBytes)
            throw new AwsException(413, "RequestEntityTooLargeException", $"Request must be smaller than {CodePackage.MostBytes / 3 * 4} bytes for the {request.Operation} operation");
        Array.Resize(ref zip, length);
        if (!isUnused)
            CodePackage.Check(zip);
        return new FunctionCode(zip);
    }
}

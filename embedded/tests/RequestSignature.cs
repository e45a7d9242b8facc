using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EmbeddedAws.Iam;

namespace EmbeddedAws.Tests;

/// <summary>
/// Signs a request that the SDK would not send, by its header:
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
/// </summary>
internal sealed record RequestSignature
{
    private static readonly string[] Presigned = ["X-Amz-Signature", "X-Amz-Credential", "AWSAccessKeyId"];

    public string AccessKeyId { get; init; } = "test";

    public string Secret { get; init; } = "test";

    /// <summary>The service that is called, where it is neither S3 nor DynamoDB.</summary>
    public string? Service { get; init; }

    public DateTimeOffset Date { get; init; } = DateTimeOffset.UtcNow;

    /// <summary>How often the header Host is signed.</summary>
    public int Hosts { get; init; } = 1;

    /// <summary>The signature of a role.</summary>
    public static RequestSignature Of(IamRole role) => new() { AccessKeyId = role.AccessKeyId, Secret = role.SecretAccessKey };

    /// <summary>The headers to send, signature included, where it is no API that is called.</summary>
    /// <param name="method">The method.</param>
    /// <param name="url">The URL as it is sent.</param>
    /// <param name="headers">The headers that the request has anyway.</param>
    /// <param name="body">The body; S3's is not covered.</param>
    public (string Name, string Value)[] Sign(string method, string url, IEnumerable<(string Name, string Value)> headers, byte[] body)
    {
        var (path, query) = Split(url[url.IndexOf('/', "http://".Length)..], '?');
        (string Name, string Value)[] sent = [.. headers];
        if (method == "OPTIONS" || (Service is null && path.StartsWith("/restapis", StringComparison.Ordinal)) || path.StartsWith("/_", StringComparison.Ordinal)
            || Value("Authorization") is not null || Presigned.Any(name => query.Contains(name, StringComparison.Ordinal)))
        {
            return sent;
        }

        var isS3 = Service is null && Value("X-Amz-Target") is null;
        var time = Date.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        sent = [.. sent, ("x-amz-date", time)];
        if (isS3 && Value("x-amz-content-sha256") is null)
            sent = [.. sent, ("x-amz-content-sha256", "UNSIGNED-PAYLOAD")];

        var signed = sent.Where(header => header.Name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase)).Append(("host", Value("Host") ?? Split(url["http://".Length..], '/').Before))
            .GroupBy(header => header.Item1.ToLowerInvariant(), header => string.Join(' ', header.Item2.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .OrderBy(header => header.Key, StringComparer.Ordinal).SelectMany(header => Enumerable.Repeat(header, header.Key == "host" ? Hosts : 1)).ToList();
        var names = string.Join(';', signed.Select(header => header.Key));
        var parameters = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(parameter => Split(parameter, '='))
            .Select(parameter => (Name: Encoded(parameter.Before), Value: Encoded(parameter.After))).OrderBy(parameter => parameter.Name, StringComparer.Ordinal).ThenBy(parameter => parameter.Value, StringComparer.Ordinal);
        var canonical = string.Join(
            '\n',
            method,
            (isS3 ? Encoded(path) : Uri.EscapeDataString(path)).Replace("%2F", "/", StringComparison.Ordinal),
            string.Join('&', parameters.Select(parameter => $"{parameter.Name}={parameter.Value}")),
            string.Concat(signed.Select(header => $"{header.Key}:{string.Join(',', header)}\n")),
            names,
            isS3 ? string.Join(',', signed.Single(header => header.Key == "x-amz-content-sha256")) : Hex(SHA256.HashData(body)));
        string[] scope = [time[..8], "us-east-1", Service ?? (isS3 ? "s3" : "dynamodb"), "aws4_request"];
        var toSign = $"AWS4-HMAC-SHA256\n{time}\n{string.Join('/', scope)}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var signature = Hex([.. scope, toSign], Encoding.UTF8.GetBytes($"AWS4{Secret}"));
        return [.. sent, ("Authorization", $"AWS4-HMAC-SHA256 Credential={AccessKeyId}/{string.Join('/', scope)}, SignedHeaders={names}, Signature={signature}")];

        string? Value(string name) => sent.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
    }

    private static string Hex(IEnumerable<string> texts, byte[] key) =>
        Hex(texts.Aggregate(key, (last, text) => HMACSHA256.HashData(last, Encoding.UTF8.GetBytes(text))));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private static string Encoded(string text) => Uri.EscapeDataString(Uri.UnescapeDataString(text.Replace('+', ' ')));

    private static (string Before, string After) Split(string text, char separator) => text.Split(separator, 2) is [var before, var after] ? (before, after) : (text, "");
}

using System.Text;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>
/// The headers of a put that are kept with the object and sent with it again:
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html
/// </summary>
internal static class ObjectHeaders
{
    /// <summary>The headers of S3 that a request for a new object may have.</summary>
    public static readonly IReadOnlyList<string> Accepted = [FixedHeaders.Acl, FixedHeaders.StorageClass, $"{UserPrefix}*"];

    private const string UserPrefix = "x-amz-meta-";

    private const int MostUserMetadata = 2048;
    private static readonly string[] System = ["Content-Disposition", "Content-Language", "Cache-Control", "Expires"];

    /// <exception cref="S3Exception">They are too long, or have characters that no header can have.</exception>
    public static IReadOnlyDictionary<string, string> Of(S3Request request)
    {
        var contentType = request.Header("Content-Type") ?? "binary/octet-stream";
        var kept = new Dictionary<string, string> { ["Content-Type"] = Sendable("Content-Type", contentType) };
        foreach (var name in System)
        {
            if (request.Header(name) is { } value)
                kept[name] = Sendable(name, value);
        }

        if (ContentEncoding(request) is { Length: > 0 } encoding)
            kept["Content-Encoding"] = Sendable("Content-Encoding", encoding);
        var user = request.Headers.Where(h => h.Name.StartsWith(UserPrefix, StringComparison.OrdinalIgnoreCase)).ToList();
        var size = user.Sum(h => Encoding.UTF8.GetByteCount(h.Name) - UserPrefix.Length + Encoding.UTF8.GetByteCount(h.Value));
        if (size > MostUserMetadata)
            throw S3Errors.MetadataTooLarge(size, MostUserMetadata);
        if (user.FirstOrDefault(h => !HeaderText.IsName(h.Name)).Name is { } other)
            throw S3Errors.InvalidArgument("The name of user metadata must be the name of a header.", "x-amz-meta-*", other);
        foreach (var (name, value) in user)
            kept[name.ToLowerInvariant()] = value;
        return kept;
    }

    public static void Write(HttpResponse response, IReadOnlyDictionary<string, string> kept)
    {
        foreach (var (name, value) in kept)
            response.Headers[name] = HeaderText.IsPlain(value) ? value : Encoded(value);
    }

    /// <summary>The value, when it can go into a header as it is.</summary>
    public static string Sendable(string name, string value) =>
        HeaderText.IsPlain(value) ? value : throw S3Errors.InvalidArgument("Header value cannot be represented in US-ASCII.", name, value);

    /// <summary>User metadata beyond US-ASCII comes back as an encoded word of RFC 2047.</summary>
    private static string Encoded(string value) => $"=?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(value))}?=";

    /// <summary>The encoding that the object itself has: <c>aws-chunked</c> was that of the transfer.</summary>
    private static string? ContentEncoding(S3Request request)
    {
        var tokens = request.Header("Content-Encoding")?.Split(',', StringSplitOptions.TrimEntries);
        return tokens is null ? null : string.Join(",", tokens.Where(t => !t.Equals("aws-chunked", StringComparison.OrdinalIgnoreCase)));
    }
}

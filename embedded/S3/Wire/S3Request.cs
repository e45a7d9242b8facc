using System.Text;
using EmbeddedAws.S3.Checksums;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.Signing;

namespace EmbeddedAws.S3.Wire;

/// <summary>A request in S3's terms: bucket, key, parameters, headers.</summary>
internal sealed class S3Request
{
    private const int LongestKey = 1024;

    private readonly Dictionary<string, string> _query = [];

    /// <exception cref="S3Exception">The target is not a proper URI, the bucket's name or the key is not allowed, or a parameter is given twice.</exception>
    public S3Request(HttpContext context)
    {
        Context = context;
        Target = RawTarget.Of(context.Request);
        Bucket = Decode(Target.Bucket);
        Key = Decode(Target.Key);
        if (Bucket.Length > 0)
            BucketName.Validate(Bucket);
        if (Encoding.UTF8.GetByteCount(Key) is var size and > LongestKey)
            throw S3Errors.KeyTooLong(size, LongestKey);
        foreach (var (rawName, rawValue) in Target.Query)
        {
            var (name, value) = (Decode(rawName), Decode(rawValue));
            if (!_query.TryAdd(name, value))
                throw S3Errors.InvalidArgument("A query parameter is given more than once.", name, value);
        }
    }

    public HttpContext Context { get; }

    public RawTarget Target { get; }

    /// <summary>The bucket's name, empty when the request is for the service.</summary>
    public string Bucket { get; }

    /// <summary>The key, empty when the request is for a bucket.</summary>
    public string Key { get; }

    public IReadOnlyDictionary<string, string> Query => _query;

    /// <summary>Whether the query string carries the signature.</summary>
    public bool Presigned => _query.ContainsKey("X-Amz-Signature") || IsVersion2;

    /// <summary>Whether that signature is of version 2.</summary>
    public bool IsVersion2 => _query.ContainsKey("AWSAccessKeyId");

    /// <summary>The access key that signed the request, once that is verified; null for an unsigned request.</summary>
    public AccessKey? AccessKey { get; set; }

    /// <summary>Whether the request is unsigned.</summary>
    public bool IsAnonymous => AccessKey is null;

    /// <summary>The signatures of a body in chunks; null until the signature of the head is verified, or if that is not of version 4.</summary>
    public ChunkSignatures? ChunkSignatures { get; set; }

    /// <summary>How the request is signed by its header; null where it has none, or one that is not about AWS.</summary>
    public string? AuthorizationScheme =>
        Context.Request.Headers.Authorization.ToString().Split(' ')[0] is var scheme && scheme.StartsWith("AWS", StringComparison.Ordinal) ? scheme : null;

    public HttpResponse Response => Context.Response;

    public CancellationToken Aborted => Context.RequestAborted;

    /// <summary>
    /// The headers, and those that a presigned URL carries as query parameters: some SDKs move a signed <c>x-amz-meta-*</c> or
    /// <c>x-amz-acl</c> there, and S3 reads it as the header.
    /// </summary>
    public IEnumerable<(string Name, string Value)> Headers =>
        Context.Request.Headers.Select(h => (h.Key, HeaderText.Joined(h.Value))).Concat(_query.Where(p => IsHoisted(p) && !IsOfBody(p.Key)).Select(p => (p.Key, p.Value)));

    /// <summary>The value of a header, or null.</summary>
    public string? Header(string name)
    {
        if (Context.Request.Headers.TryGetValue(name, out var values))
            return HeaderText.Joined(values);
        return Presigned && MayBeHoisted(name) && !IsOfBody(name)
            ? _query.FirstOrDefault(p => p.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value
            : null;
    }

    /// <summary>Whether a query parameter was a header before the URL was signed, see <see cref="Headers"/>.</summary>
    public bool IsHoisted(KeyValuePair<string, string> parameter) =>
        Presigned && MayBeHoisted(parameter.Key) && !SignatureParameters.Names.Contains(parameter.Key);

    /// <summary>
    /// Whether it tells the checksum of the body. SDKs sign the one of the empty body that a presigned request has while it is signed:
    /// S3 verifies it as a header, never as a query parameter.
    /// </summary>
    private static bool IsOfBody(string name) =>
        name.Equals("x-amz-sdk-checksum-algorithm", StringComparison.OrdinalIgnoreCase)
        || ChecksumAlgorithm.All.Any(algorithm => algorithm.Header.Equals(name, StringComparison.OrdinalIgnoreCase));

    private bool MayBeHoisted(string name) =>
        name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase)
        || (IsVersion2 && (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) || name.Equals("Content-MD5", StringComparison.OrdinalIgnoreCase)));

    private static string Decode(string text) => PercentEncoding.Decode(text) ?? throw S3Errors.InvalidUri();
}

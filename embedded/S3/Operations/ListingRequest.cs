using System.Text;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>What a ListObjects, a ListObjectsV2 or a ListObjectVersions asks for. Parameters that are not sent, or sent empty, are empty strings.</summary>
internal sealed record ListingRequest(
    string Bucket,
    string Prefix,
    string Delimiter,
    string Marker,
    string StartAfter,
    string ContinuationToken,
    string EncodingType,
    int MaxKeys,
    bool FetchOwner)
{
    public static readonly IReadOnlyList<string> ParametersOfVersion1 = ["prefix", "delimiter", "marker", "encoding-type", "max-keys"];

    public static readonly IReadOnlyList<string> ParametersOfVersions = ["versions", "prefix", "delimiter", "key-marker", "version-id-marker", "encoding-type", "max-keys"];

    public static readonly IReadOnlyList<string> Parameters =
        ["list-type", "prefix", "delimiter", "start-after", "continuation-token", "encoding-type", "max-keys", "fetch-owner"];

    /// <summary>Where the page begins; the token goes before start-after.</summary>
    public byte[] From { get; } =
        ContinuationToken.Length > 0 ? Operations.ContinuationToken.Position(ContinuationToken)
        : Marker.Length > 0 ? KeyBytes.AfterMarker(Encoding.UTF8.GetBytes(Marker), Encoding.UTF8.GetByteCount(Prefix), Encoding.UTF8.GetBytes(Delimiter))
        : StartAfter.Length > 0 ? KeyBytes.After(Encoding.UTF8.GetBytes(StartAfter))
        : [];

    public static ListingRequest Of(S3Request request)
    {
        return new ListingRequest(
            request.Bucket,
            Value("prefix"),
            Value("delimiter"),
            Value(request.Query.ContainsKey("key-marker") ? "key-marker" : "marker"),
            Value("start-after"),
            Value("continuation-token"),
            Operations.EncodingType.Of(request),
            PageSize.Of(request, "max-keys", "maxKeys"),
            OneOf("fetch-owner", "true", "false") == "true");

        string Value(string name) => request.Query.GetValueOrDefault(name, "");

        string OneOf(string name, params string[] values) =>
            Value(name) is var value && (value.Length == 0 || values.Contains(value)) ? value
            : throw S3Errors.InvalidArgument($"Invalid {name} specified in Request", name, value);
    }

    /// <summary>A key or a prefix as it goes into the answer.</summary>
    public string Encode(string text) => Operations.EncodingType.Encode(EncodingType, text);

    /// <summary>The page that is asked for.</summary>
    public ListingPage PageOf(Listing listing, Buckets buckets)
    {
        if (MaxKeys > 0)
            return listing.Page(Bucket, Prefix, Delimiter, From, MaxKeys);
        // S3 answers so: nothing, and no more to come.
        buckets.Require(Bucket);
        return new ListingPage([], [], Next: null);
    }
}

using System.Globalization;
using System.Text;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>What a ListObjectsV2 asks for. Parameters that are not sent, or sent empty, are empty strings.</summary>
internal sealed record ListingRequest(
    string Bucket,
    string Prefix,
    string Delimiter,
    string StartAfter,
    string ContinuationToken,
    string EncodingType,
    int MaxKeys,
    bool FetchOwner)
{
    private const int MostKeys = 1000;

    public static readonly IReadOnlyList<string> Parameters =
        ["list-type", "prefix", "delimiter", "start-after", "continuation-token", "encoding-type", "max-keys", "fetch-owner"];

    /// <summary>Where the page begins; the token goes before start-after.</summary>
    public byte[] From { get; } =
        ContinuationToken.Length > 0 ? Operations.ContinuationToken.Position(ContinuationToken)
        : StartAfter.Length > 0 ? KeyBytes.After(Encoding.UTF8.GetBytes(StartAfter))
        : [];

    public static ListingRequest Of(S3Request request)
    {
        return new ListingRequest(
            request.Bucket,
            Value("prefix"),
            Value("delimiter"),
            Value("start-after"),
            Value("continuation-token"),
            OneOf("encoding-type", "url"),
            MaxKeysIn(request.Query.GetValueOrDefault("max-keys")),
            OneOf("fetch-owner", "true", "false") == "true");

        string Value(string name) => request.Query.GetValueOrDefault(name, "");

        string OneOf(string name, params string[] values) =>
            Value(name) is var value && (value.Length == 0 || values.Contains(value)) ? value
            : throw S3Errors.InvalidArgument($"Invalid {name} specified in Request", name, value);
    }

    /// <summary>A key or a prefix as it goes into the answer.</summary>
    public string Encode(string text) => EncodingType == "url" ? PercentEncoding.Encode(text, keepSlash: true) : text;

    private static int MaxKeysIn(string? text)
    {
        if (text is null)
            return MostKeys;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Min(number, MostKeys)
            : throw S3Errors.InvalidArgument("Argument maxKeys must be an integer between 0 and 2147483647", "max-keys", text);
    }
}

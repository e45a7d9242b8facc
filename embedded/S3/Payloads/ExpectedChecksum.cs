using EmbeddedAws.S3.Checksums;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Payloads;

/// <summary>The checksum that a client wants checked and stored.</summary>
/// <param name="Algorithm">Which one.</param>
/// <param name="Value">Its value in base64; null when S3 computes it, or until the trailer has come.</param>
/// <param name="InTrailer">Whether the value comes after the body.</param>
internal sealed record ExpectedChecksum(ChecksumAlgorithm Algorithm, string? Value, bool InTrailer)
{
    private const string TrailerHeader = "x-amz-trailer";
    private const string AlgorithmHeader = "x-amz-sdk-checksum-algorithm";

    public static readonly IReadOnlyList<string> Headers = [TrailerHeader, AlgorithmHeader, .. ChecksumAlgorithm.All.Select(a => a.Header)];

    /// <summary>Whether the client has said, or will say, what it must be.</summary>
    public bool IsPromised => InTrailer || Value is not null;

    /// <param name="request">The request.</param>
    /// <param name="content">How its body is framed.</param>
    /// <param name="otherwise">What S3 computes when the client sends no checksum.</param>
    public static ExpectedChecksum Of(S3Request request, ContentSha256 content, ChecksumAlgorithm otherwise)
    {
        var sent = ChecksumAlgorithm.All.Where(a => request.Header(a.Header) is not null).ToList();
        var trailer = request.Header(TrailerHeader);
        if (sent.Count + (trailer is null ? 0 : 1) > 1)
            throw S3Errors.InvalidRequest("Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");

        var expected = trailer is not null ? Announced(trailer, content)
            : sent.Count == 1 ? new ExpectedChecksum(sent[0], Valid(sent[0], request.Header(sent[0].Header)!), InTrailer: false)
            : null;
        RequireAsNamed(request.Header(AlgorithmHeader), expected);
        return expected ?? Computed(otherwise);
    }

    /// <summary>A checksum that nothing is said about.</summary>
    public static ExpectedChecksum Computed(ChecksumAlgorithm algorithm) => new(algorithm, Value: null, InTrailer: false);

    /// <summary>The same with the value that came in the trailer.</summary>
    public ExpectedChecksum With(IReadOnlyDictionary<string, string> trailers)
    {
        if (!InTrailer)
            return this;
        return trailers.TryGetValue(Algorithm.Header, out var value)
            ? this with { Value = Valid(Algorithm, value) }
            : throw S3Errors.MalformedTrailer();
    }

    /// <summary>The value, when it can be one of the algorithm.</summary>
    /// <exception cref="S3Exception">It is not base64, or has another length.</exception>
    public static string Valid(ChecksumAlgorithm algorithm, string value)
    {
        var bytes = new byte[algorithm.Size + 3];
        return Convert.TryFromBase64String(value, bytes, out var length) && length == algorithm.Size
            ? value
            : throw S3Errors.InvalidRequest($"Value for {algorithm.Header} header is invalid.");
    }

    private static ExpectedChecksum Announced(string trailer, ContentSha256 content)
    {
        if (!content.Trailer)
            throw S3Errors.InvalidRequest("x-amz-trailer needs an x-amz-content-sha256 that ends with -TRAILER.");
        var algorithm = ChecksumAlgorithm.All.FirstOrDefault(a => a.Header.Equals(trailer, StringComparison.OrdinalIgnoreCase))
            ?? throw S3Errors.InvalidRequest("The value specified in the x-amz-trailer header is not supported");
        return new ExpectedChecksum(algorithm, Value: null, InTrailer: true);
    }

    private static void RequireAsNamed(string? algorithm, ExpectedChecksum? expected)
    {
        if (algorithm is null)
            return;
        var named = ChecksumAlgorithm.Named(algorithm);
        if (expected is null)
        {
            throw S3Errors.InvalidRequest(
                $"{AlgorithmHeader} specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.");
        }

        if (expected.Algorithm != named)
            throw S3Errors.InvalidRequest($"Value for {AlgorithmHeader} header is invalid.");
    }
}

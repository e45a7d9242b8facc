using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Objects;

/// <summary>
/// What a put or a delete wants to find, decided in the transaction that writes:
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html,
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html
/// </summary>
/// <param name="IfAbsent">Nothing may be there.</param>
/// <param name="IfMatch">The ETag of what has to be there.</param>
internal sealed record WriteCondition(bool IfAbsent, string? IfMatch)
{
    public static readonly IReadOnlyList<string> Headers = ["If-Match", "If-None-Match"];

    public static readonly WriteCondition None = new(IfAbsent: false, IfMatch: null);

    public static WriteCondition Of(S3Request request)
    {
        var (match, noneMatch) = (request.Header("If-Match"), request.Header("If-None-Match"));
        // S3 itself takes no other value for a put.
        if (noneMatch is not (null or "*"))
            throw S3Errors.NotImplemented("Header", $"If-None-Match: {noneMatch}");
        return new WriteCondition(noneMatch is not null, match);
    }

    /// <summary>Fails a conditional write whose object was deleted while it was under way.</summary>
    public void FailOnConflict(string key)
    {
        if (IfAbsent || IfMatch is not null)
            throw S3Errors.ConditionalRequestConflict(IfAbsent ? "If-None-Match" : "If-Match", key);
    }

    /// <param name="key">The key, for the error.</param>
    /// <param name="etag">The ETag of what is there, or null.</param>
    public void Check(string key, string? etag)
    {
        if (IfAbsent && etag is not null)
            throw S3Errors.PreconditionFailed("If-None-Match");
        if (IfMatch is null)
            return;
        if (etag is null)
            throw S3Errors.NoSuchKey(key);
        if (!ETags.Match(IfMatch, etag))
            throw S3Errors.PreconditionFailed("If-Match");
    }
}

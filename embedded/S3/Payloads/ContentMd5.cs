using System.Security.Cryptography;
using EmbeddedAws.S3.Checksums;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Payloads;

/// <summary>The MD5 of a body, which S3 always computes, for the ETag, and checks against <c>Content-MD5</c> where that is sent.</summary>
internal sealed class ContentMd5 : IDisposable
{
    private readonly Hash _hash = new(HashAlgorithmName.MD5);
    private readonly string? _expected;

    private ContentMd5(string? expected) => _expected = expected;

    /// <summary>Whether the client has said what it must be.</summary>
    public bool IsPromised => _expected is not null;

    public static ContentMd5 Of(S3Request request)
    {
        var expected = request.Header("Content-MD5");
        if (expected is not null && !(Convert.TryFromBase64String(expected, new byte[24], out var length) && length == MD5.HashSizeInBytes))
            throw S3Errors.InvalidDigest(expected);
        return new ContentMd5(expected);
    }

    public void Append(ReadOnlySpan<byte> bytes) => _hash.Append(bytes);

    /// <summary>The MD5 in hexadecimal, when it is the one that was promised.</summary>
    public string Verify()
    {
        var md5 = _hash.Finish();
        var calculated = Convert.ToBase64String(md5);
        return _expected is null || _expected == calculated
            ? Convert.ToHexStringLower(md5)
            : throw S3Errors.BadContentMd5(_expected, calculated);
    }

    public void Dispose() => _hash.Dispose();
}

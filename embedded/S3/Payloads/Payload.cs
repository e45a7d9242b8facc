using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using EmbeddedAws.Host;
using EmbeddedAws.S3.Checksums;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Payloads;

/// <summary>
/// A request's body, decoded, and checked on the way against all that the client has said about it: length, Content-MD5,
/// SHA-256, checksum. Headers that cannot be right are refused at once, before the body is read.
/// </summary>
internal sealed class Payload : IDisposable
{
    private const string DecodedLength = "x-amz-decoded-content-length";

    private readonly S3Request _request;
    private readonly ContentSha256 _content;
    private readonly ExpectedChecksum _expected;
    private readonly ContentMd5 _md5;
    private readonly IDigest _checksum;
    private readonly Hash? _sha256;

    /// <param name="request">The request.</param>
    /// <param name="algorithm">The checksum that is computed when the client sends none; S3's by default.</param>
    public Payload(S3Request request, ChecksumAlgorithm? algorithm = null)
        : this(request, content => ExpectedChecksum.Of(request, content, algorithm ?? ChecksumAlgorithm.Default))
    {
    }

    private Payload(S3Request request, Func<ContentSha256, ExpectedChecksum> expected)
    {
        _request = request;
        _content = ContentSha256.Of(request);
        _expected = expected(_content);
        Length = LengthOf(request, _content);
        _md5 = ContentMd5.Of(request);
        _checksum = _expected.Algorithm.Start();
        _sha256 = _content.Hash is null ? null : new Hash(HashAlgorithmName.SHA256);
    }

    /// <summary>The headers that say something about a body.</summary>
    public static IReadOnlyList<string> Headers { get; } = [DecodedLength, .. ExpectedChecksum.Headers];

    /// <summary>How many bytes there are when decoded.</summary>
    public long Length { get; }

    public ChecksumAlgorithm Algorithm => _expected.Algorithm;

    /// <summary>Whether the client says what the body must be, by Content-MD5 or by a checksum.</summary>
    public bool IsPromised => HasChecksum || _md5.IsPromised;

    /// <summary>Whether the client sends a checksum.</summary>
    public bool HasChecksum => _expected.IsPromised;

    /// <summary>The body of a request whose checksum header is about something else.</summary>
    public static Payload WithoutChecksum(S3Request request) => new(request, _ => ExpectedChecksum.Computed(ChecksumAlgorithm.Default));

    /// <summary>Copies the body; when the task ends it is whole and all that was said about it holds.</summary>
    public async Task<Digests> CopyToAsync(IBufferWriter<byte> target)
    {
        using var signed = _content.Signed ? new SignedChunks(_request) : null;
        var chunked = _content.Chunked ? new AwsChunked(_request.Context.Request.BodyReader, _content.Trailer, signed) : null;
        var left = Length;
        await foreach (var bytes in (chunked?.ReadAsync(_request.Aborted) ?? PlainAsync(_request.Aborted)))
        {
            left -= bytes.Length;
            if (left < 0)
                break;
            _md5.Append(bytes.Span);
            _checksum.Append(bytes.Span);
            _sha256?.Append(bytes.Span);
            target.Write(bytes.Span);
        }

        if (left != 0)
            throw S3Errors.IncompleteBody($"The body does not have the length that {DecodedLength} says.");
        return Verify(_expected.With(chunked?.Trailers ?? new Dictionary<string, string>()));
    }

    public void Dispose()
    {
        _md5.Dispose();
        _checksum.Dispose();
        _sha256?.Dispose();
    }

    private static long LengthOf(S3Request request, ContentSha256 content)
    {
        if (!content.Chunked)
            return request.Context.Request.ContentLength ?? throw S3Errors.MissingContentLength();
        var text = request.Header(DecodedLength) ?? throw S3Errors.MissingContentLength();
        return long.TryParse(text, NumberStyles.None, null, out var length)
            ? length
            : throw S3Errors.InvalidArgument("The decoded length is not a number.", DecodedLength, text);
    }

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> PlainAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var body = _request.Context.Request.BodyReader;
        while (true)
        {
            var read = await body.NextAsync(cancellation);
            try
            {
                foreach (var piece in read.Buffer)
                    yield return piece;
            }
            finally
            {
                body.AdvanceTo(read.Buffer.End);
            }

            if (read.IsCompleted)
                yield break;
        }
    }

    private Digests Verify(ExpectedChecksum expected)
    {
        var sha256 = _sha256 is null ? null : Convert.ToHexStringLower(_sha256.Finish());
        if (sha256 is not null && !sha256.Equals(_content.Hash, StringComparison.OrdinalIgnoreCase))
            throw S3Errors.ContentSha256Mismatch(_content.Hash!, sha256);
        var md5 = _md5.Verify();
        var checksum = Convert.ToBase64String(_checksum.Finish());
        if (expected.Value is not null && expected.Value != checksum)
            throw S3Errors.BadChecksum(expected.Algorithm.Name);
        return new Digests(md5, expected.Algorithm.Name, checksum);
    }
}

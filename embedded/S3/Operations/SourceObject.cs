using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using EmbeddedAws.S3.Checksums;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Payloads;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>The object that is copied, open.</summary>
internal sealed partial class SourceObject : IDisposable
{
    /// <summary>The headers that tell the source, its conditions and its part.</summary>
    public const string Headers = $"{CopySource.Header}*";

    private const string RangeHeader = $"{CopySource.Header}-range";
    private const string VersionHeader = $"{CopySource.Header}-version-id";

    private readonly ObjectBytes _bytes;

    private SourceObject(StoredObject stored, ObjectBytes bytes, bool isNamedVersion) => (Stored, _bytes, IsNamedVersion) = (stored, bytes, isNamedVersion);

    public StoredObject Stored { get; }

    /// <summary>Whether the request names the version, rather than what is current.</summary>
    public bool IsNamedVersion { get; }

    /// <exception cref="S3Exception">There is no such object, or a condition on it does not hold.</exception>
    public static SourceObject Open(S3Request request, ObjectStore objects)
    {
        var source = CopySource.Of(request)!;
        var (stored, bytes) = OpenBytes(source, objects);
        var opened = new SourceObject(stored, bytes, source.Version is not null);
        try
        {
            const string Conditions = $"{CopySource.Header}-";
            VersionId.Write(request.Response, stored.VersionId, VersionHeader);
            return ReadCondition.Holds(request, stored, Conditions) ? opened : throw S3Errors.PreconditionFailed($"{Conditions}If-None-Match");
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>The part that the request asks for; the whole when it names none.</summary>
    /// <exception cref="S3Exception">It is not a part of the object, or larger than S3 copies at once.</exception>
    public ByteRange Range(S3Request request)
    {
        var range = request.Header(RangeHeader) is { } header ? RangeIn(header) : new ByteRange(0, Stored.Size);
        return range.Length <= PutObject.LargestObject
            ? range
            : throw S3Errors.InvalidRequest($"The specified copy source is larger than the maximum allowable size for a copy source: {PutObject.LargestObject}");
    }

    /// <summary>Copies a part, and digests it.</summary>
    public async Task<Digests> CopyAsync(ByteRange range, ChecksumAlgorithm algorithm, IncomingBytes target, CancellationToken cancellation)
    {
        using var md5 = new Hash(HashAlgorithmName.MD5);
        using var checksum = algorithm.Start();
        await new DigestingCopy(target, md5, checksum).AddAsync(_bytes, range.First, range.Length, cancellation);
        return new Digests(Convert.ToHexStringLower(md5.Finish()), algorithm.Name, Convert.ToBase64String(checksum.Finish()));
    }

    public void Dispose() => _bytes.Dispose();

    private static (StoredObject Stored, ObjectBytes Bytes) OpenBytes(CopySource source, ObjectStore objects)
    {
        try
        {
            return objects.Open(source.Bucket, source.Key, source.Version);
        }
        catch (S3Exception refusal) when (refusal.Status == StatusCodes.Status405MethodNotAllowed)
        {
            throw S3Errors.CopiesDeleteMarker();
        }
    }

    private ByteRange RangeIn(string header)
    {
        if (Shape().Match(header) is not { Success: true } range
            || !long.TryParse(range.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || !long.TryParse(range.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            || first > last)
        {
            throw S3Errors.InvalidArgument(
                $"The {RangeHeader} value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy",
                RangeHeader,
                header);
        }

        return last < Stored.Size
            ? new ByteRange(first, last - first + 1)
            : throw S3Errors.InvalidArgument($"Range specified is not valid for source object of size: {Stored.Size}", RangeHeader, header);
    }

    [GeneratedRegex(@"\Abytes=([0-9]+)-([0-9]+)\z")]
    private static partial Regex Shape();
}

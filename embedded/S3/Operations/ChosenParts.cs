using EmbeddedAws.S3.Checksums;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;

namespace EmbeddedAws.S3.Operations;

/// <summary>
/// The parts that make the object, in the order of checks that
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html gives their errors in.
/// </summary>
internal static class ChosenParts
{
    /// <summary>https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html: all but the last part.</summary>
    private const long SmallestPart = 5 * 1024 * 1024;

    /// <exception cref="S3Exception">A part is not there, or not as it is named, or too small; or they are not in order.</exception>
    public static IReadOnlyList<Part> Of(MultipartUpload upload, IReadOnlyList<NamedPart> named, IReadOnlyList<Part> uploaded)
    {
        if (named.Zip(named.Skip(1)).Any(pair => pair.First.Number >= pair.Second.Number))
            throw S3Errors.InvalidPartOrder(upload.Id);
        var byNumber = uploaded.ToDictionary(part => part.Number);
        var chosen = named.Select(name => byNumber.TryGetValue(name.Number, out var part) && IsAsNamed(upload, part, name)
            ? part
            : throw S3Errors.InvalidPart(upload.Id, name.Number, name.ETag)).ToList();
        return chosen.SkipLast(1).FirstOrDefault(part => part.Size < SmallestPart) is { } small
            ? throw S3Errors.EntityTooSmall(small.Size, SmallestPart, small.Number, small.ETag.Trim('"'))
            : chosen;
    }

    private static bool IsAsNamed(MultipartUpload upload, Part part, NamedPart name)
    {
        if (upload.ChecksumType == ChecksumTypes.Composite && !name.Checksums.ContainsKey(upload.Algorithm.Element))
        {
            throw S3Errors.InvalidRequest(
                $"The upload was created using a {upload.Algorithm.Name.ToLowerInvariant()} checksum. The complete request must include the checksum for each part. "
                + $"It was missing for part {part.Number} in the request.");
        }

        return part.ETag.Trim('"') == name.ETag
            && name.Checksums.All(checksum => checksum.Key == ChecksumAlgorithm.Of(part.Algorithm).Element && checksum.Value == part.Checksum);
    }
}

namespace EmbeddedAws.S3.Errors;

/// <summary>The errors of uploads in parts.</summary>
internal static partial class S3Errors
{
    public static S3Exception ChecksumTypeMismatch(string expected, string actual) => InvalidRequest(
        $"Checksum Type mismatch occurred, expected checksum Type: {expected.ToLowerInvariant()}, actual checksum Type: {actual.ToLowerInvariant()}");

    public static S3Exception EntityTooSmall(long size, long limit, int part, string etag) =>
        new(
            400,
            "EntityTooSmall",
            "Your proposed upload is smaller than the minimum allowed size",
            ("ProposedSize", Text(size)),
            ("MinSizeAllowed", Text(limit)),
            ("PartNumber", Text(part)),
            ("ETag", etag));

    public static S3Exception InvalidPart(string uploadId, int part, string etag) =>
        new(
            400,
            "InvalidPart",
            "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not "
            + "match the part's entity tag.",
            ("UploadId", uploadId),
            ("PartNumber", Text(part)),
            ("ETag", etag));

    public static S3Exception InvalidPartOrder(string uploadId) =>
        new(
            400,
            "InvalidPartOrder",
            "The list of parts was not in ascending order. Parts must be ordered by part number.",
            ("UploadId", uploadId));

    public static S3Exception NoSuchUpload(string uploadId) =>
        new(
            404,
            "NoSuchUpload",
            "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.",
            ("UploadId", uploadId));
}

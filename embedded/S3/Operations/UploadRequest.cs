using System.Globalization;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>The parameters that name an upload and a part of it.</summary>
internal static class UploadRequest
{
    public const string UploadId = "uploadId";
    public const string PartNumber = "partNumber";

    /// <summary>https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html</summary>
    private const int MostParts = 10_000;

    public static int PartNumberOf(S3Request request) =>
        int.TryParse(request.Query[PartNumber], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostParts
            ? number
            : throw S3Errors.InvalidArgument(
                $"Part number must be an integer between 1 and {MostParts}, inclusive", PartNumber, request.Query[PartNumber]);
}

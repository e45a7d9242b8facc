using ImageService.Handlers.Routing;
using ImageService.Handlers.Storage;
using static ImageService.Stack.Policies.Statement;

namespace ImageService.Stack.Policies;

/// <summary>What each function calls, and so may call: the only place where a permission on data is written.</summary>
internal static class Permissions
{
    public static IReadOnlyList<Statement> Of(Operation operation, DataArns data) => operation switch
    {
        // A transaction needs what its parts need.
        Operation.UploadImage => [Allow("s3:PutObject", data.Images), Allow(["dynamodb:PutItem", "dynamodb:UpdateItem"], data.Table)],
        Operation.ListImages => [Allow("dynamodb:Query", data.Indexes)],
        // It answers downloadImage and getDownloadUrl too.
        Operation.GetImage =>
        [
            Allow("dynamodb:GetItem", data.Table),
            Allow("s3:GetObject", data.Images),
            // Without it S3 does not say that an object is missing: it answers 403 instead of 404.
            Allow("s3:ListBucket", data.Bucket),
        ],
        Operation.UpdateImage => [Allow(["dynamodb:GetItem", "dynamodb:UpdateItem"], data.Table)],
        Operation.DeleteImage or Operation.DeleteImages => Deleting(data),
        Operation.RenderImage =>
        [
            Allow(["dynamodb:GetItem", "dynamodb:UpdateItem"], data.Table),
            Allow("s3:GetObject", data.Images),
            Allow(["s3:GetObject", "s3:PutObject"], data.Variants),
            // As above: a variant that is not made yet is a 404 of S3. The requested key cannot be a condition of this permission.
            Allow("s3:ListBucket", data.Bucket),
        ],
        // A presigned URL may do what its signer may do: the object is put by clients.
        Operation.CreateUpload => [Allow("dynamodb:PutItem", data.Table), Allow("s3:PutObject", data.Images)],
        Operation.CompleteUpload =>
        [
            Allow(["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"], data.Table),
            Allow("s3:GetObject", data.Images),
            // As above: an upload without bytes is a 404 of S3.
            Allow("s3:ListBucket", data.Bucket),
        ],
        Operation.GetOpenApi or Operation.GetGallery or Operation.Fallback => [],
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "The operation has no function, or no line in the table of permissions."),
    };

    /// <summary>The collector reads and deletes everything in the bucket, and stores where it stopped.</summary>
    public static IReadOnlyList<Statement> OfCollector(DataArns data) =>
    [
        Allow(["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"], data.Table),
        Allow("s3:ListBucket", data.Bucket),
        // A delete on the condition of an ETag reads: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html
        Allow(["s3:GetObject", "s3:DeleteObject"], data.Images, data.Variants),
    ];

    /// <summary>Images go with their variants, which have to be found.</summary>
    private static IReadOnlyList<Statement> Deleting(DataArns data) =>
    [
        Allow("dynamodb:DeleteItem", data.Table),
        Allow("s3:DeleteObject", data.Images, data.Variants),
        Allow("s3:ListBucket", data.Bucket) with { Condition = new() { ["StringLike"] = new() { ["s3:prefix"] = $"{ObjectKey.VariantsPrefix}*" } } },
    ];
}

using ImageService.Handlers.Routing;
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
            // Without it S3 does not tell that an object is missing: it answers 403 instead of 404.
            Allow("s3:ListBucket", data.Bucket),
        ],
        Operation.UpdateImage => [Allow(["dynamodb:GetItem", "dynamodb:UpdateItem"], data.Table)],
        Operation.DeleteImage or Operation.DeleteImages => [Allow("dynamodb:DeleteItem", data.Table), Allow("s3:DeleteObject", data.Images)],
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
}

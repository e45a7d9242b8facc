using ImageService.Local.Host;
using ImageService.Local.Storage;

namespace ImageService.Local.S3;

internal sealed class S3Service : IAwsService, IDisposable
{
    public S3Service(DataFolder folder, TimeProvider time)
    {
        _ = folder;
        _ = time;
    }

    public string Name => "s3";

    public string OperationOf(HttpRequest request) => "Unknown";

    public Task HandleAsync(HttpContext context, string operation) => RefuseAsync(context, 501, "NotImplemented", operation);

    public Task RefuseAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    public void Dispose()
    {
    }
}

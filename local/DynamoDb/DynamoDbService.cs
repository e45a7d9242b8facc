using ImageService.Local.Host;
using ImageService.Local.Storage;

namespace ImageService.Local.DynamoDb;

internal sealed class DynamoDbService : IAwsService, IDisposable
{
    public DynamoDbService(DataFolder folder, TimeProvider time)
    {
        _ = folder;
        _ = time;
    }

    public string Name => "dynamodb";

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

using ImageService.E2E.Client;
using ImageService.E2E.Clouds;
using ImageService.Local.Host;

namespace ImageService.E2E.Failures;

/// <summary>S3 or DynamoDB fails at each step of each operation: the status, and that nothing is half done.</summary>
public sealed class AwsFailureTests
{
    private static readonly TestCaseData[] Steps =
    [
        new("PutObject", (Func<ApiClient, string, Task<Answer>>)((api, _) => api.Upload(SampleImages.Png()))),
        new("PutItem", (Func<ApiClient, string, Task<Answer>>)((api, _) => api.Upload(SampleImages.Png()))),
        new("Query", (Func<ApiClient, string, Task<Answer>>)((api, _) => api.List())),
        new("GetItem", (Func<ApiClient, string, Task<Answer>>)((api, id) => api.Get(id))),
        new("GetItem", (Func<ApiClient, string, Task<Answer>>)((api, id) => api.Download(id))),
        new("GetObject", (Func<ApiClient, string, Task<Answer>>)((api, id) => api.Download(id))),
        new("DeleteItem", (Func<ApiClient, string, Task<Answer>>)((api, id) => api.Delete(id))),
        new("DeleteObject", (Func<ApiClient, string, Task<Answer>>)((api, id) => api.Delete(id))),
    ];
}

using EmbeddedAws.ApiGateway;
using ImageService.Handlers;
using ImageService.Handlers.Http;
using ImageService.Handlers.Routing;

namespace ImageService.Local;

/// <summary>An operation as a function in this process, without Lambda's JSON in between.</summary>
internal static class InProcessFunction
{
    /// <param name="api">The service.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="answered">Hears of the length of each body that has been dealt with.</param>
    public static InProcessIntegration Of(ImageApi api, Operation operation, Action<int> answered) => new($"{operation}", async request =>
    {
        var response = ResponseOf(await api.InvokeAsync(operation, RequestOf(request)));
        answered(request.Body.Length);
        return response;
    });

    private static Request RequestOf(IntegrationRequest request) => new()
    {
        Method = request.HttpMethod,
        Path = request.Path,
        PathParameters = request.PathParameters,
        Query = request.Query,
        Headers = request.Headers,
        Body = request.Body,
        Id = request.RequestId,
        ApiKeyId = request.ApiKey?.Id ?? "",
        RemainingTime = request.RemainingTime,
    };

    private static IntegrationResponse ResponseOf(Response response) => new(response.Status)
    {
        Headers = response.Headers.ToDictionary(header => header.Key, header => (IReadOnlyList<string>)[header.Value], StringComparer.OrdinalIgnoreCase),
        Body = response.Body,
        IsBase64Encoded = true,
    };
}

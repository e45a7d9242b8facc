using EmbeddedAws.ApiGateway;
using ImageService.Handlers;
using ImageService.Handlers.Http;
using ImageService.Handlers.Routing;

namespace ImageService.Local;

/// <summary>An operation as a function in this process, without Lambda's JSON in between.</summary>
internal static class InProcessFunction
{
    public static InProcessIntegration Of(ImageApi api, Operation operation) =>
        new($"{operation}", async request => ResponseOf(await api.InvokeAsync(operation, RequestOf(request))));

    private static Request RequestOf(IntegrationRequest request) => new()
    {
        Method = request.HttpMethod,
        Path = request.Path,
        PathParameters = request.PathParameters,
        Query = request.Query,
        Headers = request.Headers,
        Body = request.Body,
        Id = request.RequestId,
        RemainingTime = request.RemainingTime,
    };

    private static IntegrationResponse ResponseOf(Response response) => new(response.Status)
    {
        Headers = response.Headers.ToDictionary(header => header.Key, header => (IReadOnlyList<string>)[header.Value], StringComparer.OrdinalIgnoreCase),
        Body = response.Body,
        IsBase64Encoded = true,
    };
}

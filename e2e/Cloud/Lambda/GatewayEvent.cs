using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using ImageService.Handlers.Http;
using ImageService.Handlers.Routing;

namespace ImageService.E2E.Cloud.Lambda;

/// <summary>The proxy event that API Gateway makes of a request to a REST API with binary media types <c>*/*</c>.</summary>
internal static class GatewayEvent
{
    /// <summary>The event in JSON: names in camel case, and null where there is nothing.</summary>
    public static byte[] Of(Request request)
    {
        var resource = RouteTable.Find(request.Path)?.Path ?? "/{proxy+}";
        return JsonSerializer.SerializeToUtf8Bytes(
            new APIGatewayProxyRequest
            {
                Resource = resource,
                Path = request.Path,
                HttpMethod = request.Method,
                Headers = Last(request.Headers),
                MultiValueHeaders = All(request.Headers),
                QueryStringParameters = Last(request.Query),
                MultiValueQueryStringParameters = All(request.Query),
                PathParameters = request.PathParameters.Count == 0 ? null : request.PathParameters.ToDictionary(),
                RequestContext = new APIGatewayProxyRequest.ProxyRequestContext
                {
                    ApiId = "images",
                    HttpMethod = request.Method,
                    Path = $"/dev{request.Path}",
                    RequestId = request.Id,
                    ResourcePath = resource,
                    Stage = "dev",
                },
                Body = request.Body.IsEmpty ? null : Convert.ToBase64String(request.Body.Span),
                IsBase64Encoded = !request.Body.IsEmpty,
            },
            JsonSerializerOptions.Web);
    }

    private static Dictionary<string, string>? Last(IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        values.Count == 0 ? null : values.ToDictionary(value => value.Key, value => value.Value[^1]);

    private static Dictionary<string, IList<string>>? All(IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        values.Count == 0 ? null : values.ToDictionary(value => value.Key, value => (IList<string>)[.. value.Value]);
}

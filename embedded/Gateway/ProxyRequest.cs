using System.Net;
using ImageService.Handlers.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ImageService.Local.Gateway;

/// <summary>Makes the neutral request of an HTTP request, with what API Gateway's proxy event would say of it.</summary>
internal static class ProxyRequest
{
    public static Request Of(
        HttpRequest request, string path, IReadOnlyDictionary<string, string> pathParameters, ReadOnlyMemory<byte> body, string id, TimeSpan remainingTime) => new()
        {
            Method = request.Method,
            Path = path,
            PathParameters = pathParameters,
            Query = Query(request.QueryString.Value),
            Headers = request.Headers.ToDictionary(
                header => header.Key, header => (IReadOnlyList<string>)[.. header.Value.OfType<string>()], StringComparer.OrdinalIgnoreCase),
            Body = body,
            Id = id,
            RemainingTime = remainingTime,
        };

    // ASP.NET's own collection of parameters ignores case: limit and Limit would be one.
    private static Dictionary<string, IReadOnlyList<string>> Query(string? query)
    {
        var parameters = new Dictionary<string, List<string>>();
        foreach (var pair in new QueryStringEnumerable(query))
        {
            // What is no UTF-8 becomes U+FFFD.
            var name = WebUtility.UrlDecode(pair.EncodedName.ToString());
            if (!parameters.TryGetValue(name, out var values))
                parameters[name] = values = [];
            values.Add(WebUtility.UrlDecode(pair.EncodedValue.ToString()));
        }

        return parameters.ToDictionary(parameter => parameter.Key, parameter => (IReadOnlyList<string>)parameter.Value);
    }
}

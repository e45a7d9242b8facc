using System.Net;
using Microsoft.AspNetCore.WebUtilities;

namespace EmbeddedAws.ApiGateway;

/// <summary>The headers and the query of an HTTP request, with all values of each name.</summary>
internal static class RequestParameters
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Headers(HttpRequest request) => request.Headers.ToDictionary(
        header => header.Key, header => (IReadOnlyList<string>)[.. header.Value.OfType<string>()], StringComparer.OrdinalIgnoreCase);

    /// <summary>ASP.NET's own collection of parameters ignores case: limit and Limit would be one.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Query(HttpRequest request)
    {
        var parameters = new Dictionary<string, List<string>>();
        foreach (var pair in new QueryStringEnumerable(request.QueryString.Value))
        {
            // Bytes that are not UTF-8 become U+FFFD.
            var name = WebUtility.UrlDecode(pair.EncodedName.ToString());
            if (!parameters.TryGetValue(name, out var values))
                parameters[name] = values = [];
            values.Add(WebUtility.UrlDecode(pair.EncodedValue.ToString()));
        }

        return parameters.ToDictionary(parameter => parameter.Key, parameter => (IReadOnlyList<string>)parameter.Value);
    }
}

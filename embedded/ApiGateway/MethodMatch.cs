using EmbeddedAws.Host;

namespace EmbeddedAws.ApiGateway;

/// <summary>The method that answers a request: what is found once, and handed on.</summary>
/// <param name="Method">The method.</param>
/// <param name="PathParameters">The decoded values of the placeholders of its resource.</param>
internal sealed record MethodMatch(ApiMethod Method, IReadOnlyDictionary<string, string> PathParameters)
{
    /// <summary>The methods that <c>ANY</c> stands for.</summary>
    private static readonly HashSet<string> AnyMethod = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

    /// <summary>Finds the method: the resource is chosen by the path alone, and only its own methods count.</summary>
    /// <returns>Null where no resource fits, or the one that fits best lacks the method.</returns>
    public static MethodMatch? Find(RestApi api, string httpMethod, string path)
    {
        var segments = PathTemplate.Split(path);
        var resource = api.Methods
            .Select(method => (Method: method, Parameters: method.Template.Match(segments)))
            .Where(fit => fit.Parameters is not null)
            .GroupBy(fit => fit.Method.Template.Rank)
            .MinBy(fits => fits.Key, StringComparer.Ordinal)?
            .ToList();
        var (method, parameters) = resource?.Find(fit => fit.Method.HttpMethod == httpMethod) is { Method: not null } exact
            ? exact
            : resource?.Find(fit => fit.Method.HttpMethod == "ANY" && AnyMethod.Contains(httpMethod)) ?? default;
        return method is null ? null : new MethodMatch(method, parameters!);
    }
}

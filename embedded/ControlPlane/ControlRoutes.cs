using EmbeddedAws.Host;

namespace EmbeddedAws.ControlPlane;

/// <summary>The operations of a service with a REST protocol; of two that fit a request the first answers.</summary>
/// <param name="make">Makes the table, which is not needed before the first request.</param>
internal sealed class ControlRoutes(Func<IReadOnlyList<ControlRoute>> make)
{
    private const string Unknown = "Unknown";

    private readonly Lazy<IReadOnlyList<ControlRoute>> _routes = new(make);

    /// <summary>The operations, as those of a service.</summary>
    /// <param name="service">The name that its requests are signed for.</param>
    public IReadOnlyList<SupportedOperation> SupportedBy(string service) =>
        [.. _routes.Value.Select(route => new SupportedOperation(service, route.Name) { Method = route.Method, Path = route.Path })];

    /// <summary>The name of the operation that a request asks for, or one for all that are not supported: it is counted.</summary>
    public string OperationOf(HttpRequest request) => Match(request)?.Route.Name ?? Unknown;

    /// <summary>The same, or the method and the path of what is not supported: it is told.</summary>
    public string NameIn(HttpRequest request) => Match(request)?.Route.Name ?? $"{request.Method} {PathOf(request)}";

    /// <summary>The route of an operation; null where it is not supported.</summary>
    public ControlRoute? Named(string operation) => _routes.Value.FirstOrDefault(route => route.Name == operation);

    /// <summary>The route of a request, and the members in its path.</summary>
    public (ControlRoute Route, Dictionary<string, string> Members)? Match(HttpRequest request)
    {
        var segments = PathTemplate.Split(PathOf(request));
        foreach (var route in _routes.Value.Where(route => route.Method == request.Method))
        {
            if (route.Template.Match(segments) is { } members)
                return (route, members);
        }

        return null;
    }

    private static string PathOf(HttpRequest request) => RequestTarget.Of(request).Split('?')[0];
}

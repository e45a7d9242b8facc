using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;

namespace ImageService.Handlers.Routing;

/// <summary>The query parameter <c>download</c>, by which one path with one method has several operations.</summary>
internal static class DownloadParameter
{
    private const string Name = "download";

    /// <summary>Asks for the same as no <c>download</c> at all.</summary>
    private const string None = "false";

    /// <summary>The operation of the route whose value a request has.</summary>
    /// <exception cref="ProblemException">400: the value belongs to none of them, or there are several values.</exception>
    public static Operation Choose(IReadOnlyList<Route> routes, Request request)
    {
        if (request.Query.TryGetValue(Name, out var values) && values.Count > 1)
            throw Invalid("must be given once");
        var value = request.Parameter(Name);
        var route = routes.FirstOrDefault(route => route.Download == (value == None ? null : value));
        return route?.Operation ?? throw Invalid($"must be {string.Join(", ", routes.Select(route => route.Download).OfType<string>())} or {None}");
    }

    private static ProblemException Invalid(string message) => new(Problems.InvalidParameter, new FieldError(Name, message));
}

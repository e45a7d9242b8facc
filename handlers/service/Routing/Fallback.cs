using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;

namespace ImageService.Handlers.Routing;

/// <summary>Answers requests that match no route: 404, 405 with <c>Allow</c>, and the CORS preflight.</summary>
internal static class Fallback
{
    public static Response Handle(Request request)
    {
        var resource = RouteTable.Find(request.Path)
            ?? throw new ProblemException(Problems.PathNotFound, $"There is nothing at {request.Path}.");
        if (request.Method == "OPTIONS")
            return Cors.Preflight(request, resource.Methods);

        throw new ProblemException(Problems.MethodNotAllowed, $"{resource.Path} has no {request.Method}. Its methods are {resource.Methods}.")
        {
            Headers = { ["Allow"] = resource.Methods },
        };
    }
}

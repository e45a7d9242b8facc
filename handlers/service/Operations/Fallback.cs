using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;
using ImageService.Handlers.Routing;

namespace ImageService.Handlers.Operations;

/// <summary>Answers what no route of the table does: 404, 405 with <c>Allow</c>, and the CORS preflight.</summary>
internal static class Fallback
{
    public static Response Handle(Request request)
    {
        var resource = RouteTable.Find(request.Path)
            ?? throw new ProblemException(Problems.PathNotFound, $"There is nothing at {request.Path}.");
        if (request.Method == "OPTIONS")
            return Cors.Preflight(resource.Methods);

        throw new ProblemException(Problems.MethodNotAllowed, $"{request.Method} is none of the methods of {resource.Path}: {resource.Methods}.")
        {
            Headers = { ["Allow"] = resource.Methods },
        };
    }
}

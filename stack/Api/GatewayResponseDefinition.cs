using ImageService.Handlers.Failures;

namespace ImageService.Stack.Api;

/// <summary>An answer of the gateway itself.</summary>
/// <param name="ResponseType">When it is given.</param>
/// <param name="StatusCode">Its status.</param>
/// <param name="Template">Its body, in which the gateway replaces the names of variables.</param>
/// <param name="Headers">Its headers.</param>
internal sealed record GatewayResponseDefinition(
    string ResponseType, string StatusCode, string Template, IReadOnlyDictionary<string, string> Headers)
{
    public static GatewayResponseDefinition Of(GatewayProblem failure, string corsOrigin) => new(
        failure.ResponseType,
        $"{failure.Problem.Status}",
        failure.Template,
        failure.Headers(corsOrigin));
}

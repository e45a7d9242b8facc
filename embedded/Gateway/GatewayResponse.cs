using System.Text;
using ImageService.Handlers.Failures;

namespace ImageService.Local.Gateway;

/// <summary>An answer that comes from the gateway itself, before or instead of a function.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Template">The body, in which <c>$context.requestId</c> is replaced.</param>
/// <param name="Headers">The headers.</param>
public sealed record GatewayResponse(int Status, string Template, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The answers that the service is deployed with, by API Gateway's name of them.</summary>
    /// <param name="corsOrigin">The origin whose pages may read them.</param>
    public static IReadOnlyDictionary<string, GatewayResponse> Of(string corsOrigin) => GatewayProblems.All.ToDictionary(
        problem => problem.ResponseType,
        problem => new GatewayResponse(problem.Problem.Status, problem.Template, GatewayProblem.Headers(corsOrigin)));

    internal async Task WriteAsync(HttpContext context, string requestId)
    {
        var response = context.Response;
        response.StatusCode = Status;
        response.Headers["x-amzn-RequestId"] = requestId;
        foreach (var (name, value) in Headers)
            response.Headers[name] = value;
        var body = Encoding.UTF8.GetBytes(Template.Replace("$context.requestId", requestId, StringComparison.Ordinal));
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(body);
    }
}

namespace EmbeddedAws.ApiGateway;

/// <summary>The URLs under which LocalStack serves REST APIs, the older and the newer form.</summary>
/// <param name="ApiId">The id of the API.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Path">The path after the stage, as it was sent; at least <c>/</c>.</param>
internal sealed record ApiUrl(string ApiId, string Stage, string Path)
{
    private const string Older = "/restapis/";
    private const string OlderMark = "_user_request_";
    private const string Newer = "/_aws/execute-api/";

    /// <summary>The path under which an API is served, in the form that API.md and the README use.</summary>
    public static string BasePath(RestApi api) => $"{Older}{api.Id}/{api.Stage}/{OlderMark}";

    /// <summary>Reads the path of a request; null when it is for no API.</summary>
    public static ApiUrl? Parse(string rawPath)
    {
        if (rawPath.StartsWith(Older, StringComparison.Ordinal))
        {
            return rawPath[Older.Length..].Split('/', 4) is [var id, var stage, OlderMark, .. var rest]
                ? new ApiUrl(id, stage, "/" + string.Concat(rest))
                : null;
        }

        return rawPath.StartsWith(Newer, StringComparison.Ordinal) && rawPath[Newer.Length..].Split('/', 3) is [var newId, var newStage, .. var newRest]
            ? new ApiUrl(newId, newStage, "/" + string.Concat(newRest))
            : null;
    }
}

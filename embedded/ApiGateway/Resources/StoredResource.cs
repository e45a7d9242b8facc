namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>A resource of an API as it is kept: https://docs.aws.amazon.com/apigateway/latest/api/API_Resource.html.</summary>
/// <param name="ApiId">The API.</param>
/// <param name="Id">Its id in the API.</param>
/// <param name="ParentId">The resource above it; null for the root.</param>
/// <param name="PathPart">The last segment of its path; null for the root.</param>
/// <param name="Path">Its path: <c>/images/{id}</c>.</param>
internal sealed record StoredResource(string ApiId, string Id, string? ParentId, string? PathPart, string Path)
{
    public string Key => $"{ApiId}/{Id}";

    /// <summary>Whether its path ends with a greedy variable.</summary>
    public bool IsGreedy => PathPart is ['{', .., '+', '}'];

    /// <summary>Whether the last segment of its path is a variable.</summary>
    public bool IsVariable => PathPart is ['{', .., '}'];

    /// <summary>The path of a resource below it.</summary>
    public string PathOf(string part) => $"{Path.TrimEnd('/')}/{part}";
}

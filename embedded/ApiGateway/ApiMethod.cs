using EmbeddedAws.Host;

namespace EmbeddedAws.ApiGateway;

/// <summary>A method of a resource, with its integration.</summary>
/// <param name="HttpMethod">The HTTP method, or <c>ANY</c>.</param>
/// <param name="ResourcePath">The path of the resource: <c>/images/{id}</c>, or with a greedy end: <c>/{proxy+}</c>.</param>
/// <param name="Integration">What answers; null when the gateway has no permission to call it, which is a 502.</param>
public sealed record ApiMethod(string HttpMethod, string ResourcePath, Integration? Integration)
{
    /// <summary>Whether it takes only requests with a key of one of the API's usage plans.</summary>
    public bool ApiKeyRequired { get; init; }

    /// <summary>How many requests of all callers are let through; null for any number.</summary>
    public Throttle? Throttle { get; init; }

    internal PathTemplate Template { get; } = new(ResourcePath);
}

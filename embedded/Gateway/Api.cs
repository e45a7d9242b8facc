using ImageService.Handlers.Http;

namespace ImageService.Local.Gateway;

/// <summary>What runs behind a route.</summary>
public delegate Task<Response> Function(Request request);

/// <summary>A deployed REST API.</summary>
/// <param name="Id">The id in its URL: <c>images</c>.</param>
/// <param name="Stage">The stage in its URL: <c>dev</c>.</param>
/// <param name="Routes">Its methods; of those that fit a request the most particular one answers.</param>
public sealed record Api(string Id, string Stage, IReadOnlyList<ApiRoute> Routes)
{
    /// <summary>The gateway's own answers, by API Gateway's name of them: <c>INTEGRATION_TIMEOUT</c>.</summary>
    public IReadOnlyDictionary<string, GatewayResponse> GatewayResponses { get; init; } = GatewayResponse.Of(corsOrigin: "*");
}

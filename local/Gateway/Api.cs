using ImageService.Handlers.Http;
using ImageService.Handlers.Routing;

namespace ImageService.Local.Gateway;

/// <summary>What runs behind the gateway: the operation of the route, and the request.</summary>
public delegate Task<Response> Function(Operation operation, Request request);

/// <summary>A deployed REST API.</summary>
/// <param name="Id">The id in its URL: <c>images</c>.</param>
/// <param name="Stage">The stage in its URL: <c>dev</c>.</param>
/// <param name="Function">What answers its requests.</param>
/// <param name="FunctionTimeout">What the function is told of its time, as by Lambda's timeout; the gateway itself waits for 29 s.</param>
public sealed record Api(string Id, string Stage, Function Function, TimeSpan FunctionTimeout);

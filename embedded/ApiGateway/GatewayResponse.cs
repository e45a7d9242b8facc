namespace EmbeddedAws.ApiGateway;

/// <summary>An answer of the gateway itself, before or instead of a function, as it is deployed.</summary>
/// <param name="Status">The HTTP status; null for that of what has happened.</param>
/// <param name="Template">The body, in which <c>$context.requestId</c> and <c>$context.error.*</c> are replaced.</param>
/// <param name="Headers">The headers, <c>Content-Type</c> among them.</param>
public sealed record GatewayResponse(int? Status, string Template, IReadOnlyDictionary<string, string> Headers);

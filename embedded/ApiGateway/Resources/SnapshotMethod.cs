namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>A method as it was deployed.</summary>
/// <param name="Path">The path of its resource.</param>
/// <param name="HttpMethod">The HTTP method, or <c>ANY</c>.</param>
/// <param name="ApiKeyRequired">Whether it takes only requests with an API key.</param>
/// <param name="FunctionArn">The function that answers.</param>
/// <param name="TimeoutInMillis">How long the gateway waits for it.</param>
internal sealed record SnapshotMethod(string Path, string HttpMethod, bool ApiKeyRequired, string FunctionArn, int TimeoutInMillis);

namespace ImageService.Handlers.Routing;

/// <summary>One line of the route table.</summary>
/// <param name="Method">The HTTP method; <c>GET</c> answers <c>HEAD</c> too.</param>
/// <param name="Path">The path template, in API Gateway's form: <c>/images/{id}</c>.</param>
/// <param name="Operation">The operation that answers.</param>
public sealed record Route(string Method, string Path, Operation Operation);

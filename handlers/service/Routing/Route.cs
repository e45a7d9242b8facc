namespace ImageService.Handlers.Routing;

/// <summary>One line of the route table.</summary>
/// <param name="Method">The HTTP method; <c>GET</c> answers <c>HEAD</c> too.</param>
/// <param name="Path">The path template, in API Gateway's form: <c>/images/{id}</c>.</param>
/// <param name="Operation">The operation that answers.</param>
/// <param name="Download">
/// The value of the query parameter <c>download</c> that asks for this operation. API Gateway does not look at the query: routes that
/// differ in nothing else share the function of the first of them.
/// </param>
public sealed record Route(string Method, string Path, Operation Operation, string? Download = null);

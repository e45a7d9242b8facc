using ImageService.Handlers.Routing;

namespace ImageService.Stack.Api;

/// <summary>A method of a resource of the API.</summary>
/// <param name="HttpMethod">The HTTP method, or <c>ANY</c> for all that the resource has no other for.</param>
/// <param name="Operation">The operation whose function answers.</param>
/// <param name="ApiKeyRequired">Whether a request needs an API key.</param>
internal sealed record ResourceMethod(string HttpMethod, Operation Operation, bool ApiKeyRequired)
{
    /// <summary>The method as the ARN of a call has it.</summary>
    public string ArnMethod => HttpMethod == "ANY" ? "*" : HttpMethod;
}

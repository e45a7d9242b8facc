using ImageService.Handlers;
using ImageService.Handlers.Routing;

namespace ImageService.Lambda;

/// <summary>Answers every request that is for no other operation, with 404, 405 or the CORS preflight: <c>ANY</c> on every path.</summary>
/// <param name="settings">The bucket, the table and where they are.</param>
/// <param name="options">The rest of its surroundings.</param>
public sealed class FallbackFunction(Settings settings, FunctionOptions options)
    : ProxyFunction(Operation.Fallback, settings, options)
{
    /// <summary>As Lambda makes it: from the environment.</summary>
    public FallbackFunction()
        : this(Settings.FromEnvironment(), new FunctionOptions())
    {
    }
}

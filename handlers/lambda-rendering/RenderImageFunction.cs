using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using ImageService.Handlers;
using ImageService.Handlers.Routing;
using ImageService.Lambda;
using ImageService.Rendering;

[assembly: LambdaSerializer(typeof(SourceGeneratorLambdaJsonSerializer<LambdaJson>))]

namespace ImageService.Lambda.Rendering;

/// <summary><c>GET /images/{id}/variant</c>: answers a smaller or converted picture.</summary>
/// <param name="settings">The configuration of the service.</param>
/// <param name="options">What a test or another host gives it: the clock, credentials, and where its log goes.</param>
public sealed class RenderImageFunction(Settings settings, FunctionOptions options)
    : ProxyFunction(Operation.RenderImage, settings, options, new VipsRenderer())
{
    /// <summary>As Lambda makes it: with the settings from the environment. One that is missing or malformed ends the process, with its name.</summary>
    public RenderImageFunction() : this(Settings.FromEnvironment(), new()) { }
}

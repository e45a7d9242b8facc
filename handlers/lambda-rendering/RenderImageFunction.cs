using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using ImageService.Handlers;
using ImageService.Handlers.Routing;
using ImageService.Lambda;
using ImageService.Rendering;

[assembly: LambdaSerializer(typeof(SourceGeneratorLambdaJsonSerializer<LambdaJson>))]

#pragma warning disable CS1591 // The summary of the class says all that there is to say of its constructors.

namespace ImageService.Lambda.Rendering;

/// <summary><c>GET /images/{id}/variant</c>: answers a smaller or converted picture.</summary>
public sealed class RenderImageFunction(Settings settings, FunctionOptions options)
    : ProxyFunction(Operation.RenderImage, settings, options, new VipsRenderer())
{
    public RenderImageFunction() : this(Settings.FromEnvironment(), new()) { }
}

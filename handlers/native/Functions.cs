using ImageService.Lambda;
#if RENDERING
using ImageService.Lambda.Rendering;
#endif

namespace ImageService.Native;

/// <summary>The functions of this package. Native code has no reflection that would find a class by its name.</summary>
internal static class Functions
{
    private static readonly Dictionary<string, Func<ProxyFunction>> ByName = new()
    {
#if RENDERING
        [nameof(RenderImageFunction)] = () => new RenderImageFunction(),
#else
        [nameof(UploadImageFunction)] = () => new UploadImageFunction(),
        [nameof(ListImagesFunction)] = () => new ListImagesFunction(),
        [nameof(GetImageFunction)] = () => new GetImageFunction(),
        [nameof(UpdateImageFunction)] = () => new UpdateImageFunction(),
        [nameof(DeleteImageFunction)] = () => new DeleteImageFunction(),
        [nameof(DeleteImagesFunction)] = () => new DeleteImagesFunction(),
        [nameof(CreateUploadFunction)] = () => new CreateUploadFunction(),
        [nameof(CompleteUploadFunction)] = () => new CompleteUploadFunction(),
        [nameof(GetOpenApiFunction)] = () => new GetOpenApiFunction(),
        [nameof(GetGalleryFunction)] = () => new GetGalleryFunction(),
        [nameof(FallbackFunction)] = () => new FallbackFunction(),
#endif
    };

    /// <summary>The class in a handler string <c>Assembly::Namespace.Class::Method</c>, which is the same as of the managed package.</summary>
    public static string NameIn(string? handler) => handler?.Split("::") is [_, var type, _] ? type[(type.LastIndexOf('.') + 1)..] : "";

    /// <summary>Makes the function of a class.</summary>
    /// <exception cref="InvalidOperationException">This package has none of that name.</exception>
    public static ProxyFunction Make(string name) =>
        ByName.TryGetValue(name, out var make)
            ? make()
            : throw new InvalidOperationException($"The handler names the class {name}. This package has {string.Join(", ", ByName.Keys)}.");
}

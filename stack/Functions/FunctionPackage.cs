using ImageService.Handlers.Routing;

namespace ImageService.Stack.Functions;

/// <summary>Which package has the function of an operation: that of renderImage carries libvips, and no other does.</summary>
internal static class FunctionPackage
{
    /// <summary>Assembly, type and method, as Lambda's .NET runtime finds them.</summary>
    public static string HandlerOf(Operation operation) => $"{ProjectOf(operation)}::{ProjectOf(operation)}.{operation}Function::HandleAsync";

    /// <summary>Where the build of this program publishes the package.</summary>
    public static string FolderOf(Operation operation, string architecture) =>
        Path.Combine(AppContext.BaseDirectory, "functions", ProjectOf(operation), architecture);

    private static string ProjectOf(Operation operation) =>
        operation == Operation.RenderImage ? "ImageService.Lambda.Rendering" : "ImageService.Lambda";
}

using System.Text.Json;

namespace ImageService.Handlers.Routing;

/// <summary>What operations are called outside of the code.</summary>
public static class OperationNaming
{
    /// <summary>The name in the description of the API, in the log and on AWS: <c>downloadImage</c>.</summary>
    /// <param name="operation">The operation.</param>
    public static string Name(this Operation operation) => JsonNamingPolicy.CamelCase.ConvertName($"{operation}");
}

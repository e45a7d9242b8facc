using System.Security.Cryptography;
using System.Text.Json;
using ImageService.Handlers.Routing;
using ImageService.Stack.Functions;

namespace ImageService.Stack.Api;

/// <summary>A text that changes with anything in the API: a stage serves what was there when it was last deployed.</summary>
internal static class ApiFingerprint
{
    public static Output<string> Of(ApiDefinition definition, IReadOnlyDictionary<Operation, OperationFunction> functions)
    {
        var operations = functions.Keys.Order().ToArray();
        return Output.All(operations.Select(operation => functions[operation].InvokeArn)).Apply(arns =>
            Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new
            {
                definition,
                ApiRoutes.IntegrationType,
                ApiRoutes.IntegrationMethod,
                functions = operations.Zip(arns, (operation, arn) => $"{operation} {arn}"),
            }))));
    }
}

using System.Security.Cryptography;
using System.Text.Json;
using ImageService.Handlers.Routing;
using ImageService.Stack.Functions;

namespace ImageService.Stack.Api;

/// <summary>A short text that changes with anything in the API. A stage serves what was there at its last deployment, and nothing newer.</summary>
internal static class Fingerprint
{
    public static Output<string> Of(ApiDefinition definition, IReadOnlyDictionary<Operation, OperationFunction> functions)
    {
        var operations = functions.Keys.Order().ToArray();
        return Output.All(operations.Select(operation => functions[operation].InvokeArn)).Apply(arns =>
            Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new
            {
                definition,
                integrations = operations.Zip(arns, (operation, arn) => $"{operation} {ApiRoutes.IntegrationType} {ApiRoutes.IntegrationMethod} {arn}"),
            }))));
    }
}

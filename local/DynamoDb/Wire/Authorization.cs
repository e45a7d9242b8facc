using System.Text.Json;
using ImageService.Local.DynamoDb.Errors;
using ImageService.Local.DynamoDb.Tables;
using ImageService.Local.Iam;

namespace ImageService.Local.DynamoDb.Wire;

/// <summary>
/// Asks the caller's role before each operation:
/// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
/// </summary>
internal sealed class Authorization(IamService iam)
{
    /// <exception cref="DynamoDbException">The role may not.</exception>
    public void Check(HttpRequest request, string operation, JsonElement body)
    {
        if (iam.CallerOf(request) is not { } role)
            return;
        var action = $"dynamodb:{operation}";
        foreach (var resource in Resources(body))
        {
            if (!role.MayCall(action, resource))
                throw RequestErrors.AccessDenied(role.Name, action, resource);
        }
    }

    private static IEnumerable<string> Resources(JsonElement body)
    {
        if (Text(body, "TableName") is { } table)
            return [Text(body, "IndexName") is { } index ? TableDefinition.IndexArnOf(table, index) : TableDefinition.ArnOf(table)];
        return body.ValueKind == JsonValueKind.Object && body.TryGetProperty("RequestItems", out var tables) && tables.ValueKind == JsonValueKind.Object
            ? tables.EnumerateObject().Select(item => TableDefinition.ArnOf(item.Name))
            : ["*"];
    }

    private static string? Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}

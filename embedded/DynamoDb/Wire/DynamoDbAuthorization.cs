using System.Text.Json;
using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.Iam;

namespace EmbeddedAws.DynamoDb.Wire;

/// <summary>
/// Asks the caller's role before each operation:
/// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
/// </summary>
internal static class DynamoDbAuthorization
{
    /// <summary>None of the conditions that are known is about DynamoDB.</summary>
    private static readonly Dictionary<string, string> NoContext = [];

    /// <param name="role">The role that calls; null where it is the user of this machine, who may do everything.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="body">Its members.</param>
    /// <exception cref="DynamoDbException">The role is not allowed to.</exception>
    public static void Check(IamRole? role, string operation, JsonElement body)
    {
        if (role is null)
            return;
        foreach (var (action, resource) in Needed(operation, body).Distinct())
        {
            if (!role.MayCall(action, resource, NoContext))
                throw RequestErrors.AccessDenied(role.Name, action, resource);
        }
    }

    /// <summary>A transaction has no action of its own: it needs those of what it does.</summary>
    private static IEnumerable<(string Action, string Resource)> Needed(string operation, JsonElement body) => operation is "TransactWriteItems" or "TransactGetItems"
        ? TransactionActions(body)
        : Resources(body).Select(resource => ($"dynamodb:{operation}", resource));

    private static IEnumerable<(string Action, string Resource)> TransactionActions(JsonElement body) =>
        from element in Member(body, "TransactItems") is { ValueKind: JsonValueKind.Array } elements ? elements.EnumerateArray() : default
        where element.ValueKind == JsonValueKind.Object
        from action in element.EnumerateObject()
        from resource in Resources(action.Value)
        select ($"dynamodb:{action.Name}Item", resource);

    private static IEnumerable<string> Resources(JsonElement body)
    {
        if (Text(body, "TableName") is { } table)
            return [new TableReference(table).Arn + (Text(body, "IndexName") is { } index ? $"/index/{index}" : "")];
        if (Text(body, "ResourceArn") is { } resource)
            return [resource];
        return Member(body, "RequestItems") is { ValueKind: JsonValueKind.Object } tables
            ? tables.EnumerateObject().Select(item => new TableReference(item.Name).Arn)
            : ["*"];
    }

    private static string? Text(JsonElement body, string name) =>
        Member(body, name) is { ValueKind: JsonValueKind.String } member ? member.GetString() : null;

    private static JsonElement? Member(JsonElement structure, string name) =>
        structure.ValueKind == JsonValueKind.Object && structure.TryGetProperty(name, out var member) ? member : null;
}

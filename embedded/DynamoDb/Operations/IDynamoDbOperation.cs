using System.Text.Json;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>Writes the members of an answer.</summary>
internal delegate void Answer(Utf8JsonWriter json);

/// <summary>An operation of DynamoDB.</summary>
internal interface IDynamoDbOperation
{
    Task<Answer> RunAsync(RequestReader request);
}

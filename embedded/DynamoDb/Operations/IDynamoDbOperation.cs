using System.Text.Json;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>Writes the members of an answer.</summary>
internal delegate void Answer(Utf8JsonWriter json);

/// <summary>The answer of an operation that has nothing to tell: a body without a byte, not even an empty structure.</summary>
internal static class NoAnswer
{
    public static readonly Answer Instance = _ => { };
}

/// <summary>An operation of DynamoDB.</summary>
internal interface IDynamoDbOperation
{
    Task<Answer> RunAsync(RequestReader request);
}

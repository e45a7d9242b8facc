using Amazon.DynamoDBv2;

namespace EmbeddedAws.Tests.DynamoDb;

/// <summary>The error of a call that has to fail, as the SDK tells it.</summary>
internal static class Refusal
{
    /// <summary><c>ResourceNotFoundException: its text</c></summary>
    public static async Task<string> Of(Task call)
    {
        try
        {
            await call;
            return "no error";
        }
        catch (AmazonDynamoDBException error)
        {
            return $"{error.ErrorCode}: {error.Message}";
        }
    }
}

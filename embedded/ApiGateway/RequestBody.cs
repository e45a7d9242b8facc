using EmbeddedAws.Host;

namespace EmbeddedAws.ApiGateway;

/// <summary>Reads the body of a request up to the gateway's limit.</summary>
internal static class RequestBody
{
    /// <summary>10 MB: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html.</summary>
    public const int Limit = 10 * 1024 * 1024;

    /// <summary>The body, or null when it is larger than the limit.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context)
    {
        using var arrived = await ArrivingBody.ReadAsync(context.Request, Limit);
        if (arrived is null)
            return null;
        // Not pooled: a function that has run out of time may still read it.
        var body = new byte[arrived.Length];
        arrived.CopyTo(body);
        return body;
    }
}

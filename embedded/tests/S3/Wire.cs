namespace EmbeddedAws.Tests.S3;

/// <summary>Requests as they are, where the SDK would make other ones. They are signed by their header, unless the URL is presigned or they have an Authorization.</summary>
internal static class Wire
{
    private static readonly HttpClient Http = new();
    private static readonly UriCreationOptions AsIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static Task<S3Answer> GetAsync(string target, params (string Name, string Value)[] headers) => SendAsync("GET", target, null, headers);

    public static Task<S3Answer> PutAsync(string target, byte[] body, params (string Name, string Value)[] headers) => SendAsync("PUT", target, body, headers);

    /// <param name="method">The method.</param>
    /// <param name="target">The path and query as they go over the wire, or a whole URL.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="headers">The headers.</param>
    public static Task<S3Answer> SendAsync(string method, string target, byte[]? body, params (string Name, string Value)[] headers) =>
        SendAsync(new RequestSignature(), method, target, body, headers);

    /// <inheritdoc cref="SendAsync(string, string, byte[], ValueTuple{string, string}[])"/>
    public static Task<S3Answer> SendAsync(RequestSignature signature, string method, string target, byte[]? body, params (string Name, string Value)[] headers) =>
        SendUnsignedAsync(method, target, body, signature.Sign(method, UrlOf(target), headers, body ?? []));

    /// <inheritdoc cref="SendAsync(string, string, byte[], ValueTuple{string, string}[])"/>
    public static async Task<S3Answer> SendUnsignedAsync(string method, string target, byte[]? body, params (string Name, string Value)[] headers)
    {
        var url = UrlOf(target);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(url, AsIs));
        request.Content = body is null ? null : new ByteArrayContent(body);
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content!.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Http.SendAsync(request);
        return await S3Answer.OfAsync(response);
    }

    private static string UrlOf(string target) => target.StartsWith('/') ? $"{AwsSurface.Endpoint.GetLeftPart(UriPartial.Authority)}{target}" : target;
}

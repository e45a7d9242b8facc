using RestSharp.Interceptors;

namespace ImageService.E2E.Client;

/// <summary>The headers of an answer as the server sent them: .NET's client reads some, such as Cache-Control, and writes them in its own order.</summary>
internal sealed class SentHeaders : Interceptor
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All headers; the values of a repeated one are joined, as HTTP has it.</summary>
    public IReadOnlyDictionary<string, string> All => _headers;

    public override ValueTask AfterHttpRequest(HttpResponseMessage responseMessage, CancellationToken cancellationToken)
    {
        foreach (var (name, values) in responseMessage.Headers.NonValidated.Concat(responseMessage.Content.Headers.NonValidated))
            _headers[name] = _headers.TryGetValue(name, out var earlier) ? $"{earlier}, {values}" : $"{values}";
        return ValueTask.CompletedTask;
    }
}

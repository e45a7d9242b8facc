namespace EmbeddedAws.ApiGateway;

/// <summary>An API key: who sends a request, in its header <c>x-api-key</c>.</summary>
/// <param name="Id">What it is called where its value must not be seen.</param>
/// <param name="Value">What clients send: 20 to 128 characters.</param>
public sealed record ApiKey(string Id, string Value)
{
    /// <summary>The id alone: what is written out may end up in a log.</summary>
    public override string ToString() => Id;
}

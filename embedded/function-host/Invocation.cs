namespace EmbeddedAws.FunctionHost;

/// <summary>An invocation, as the runtime API hands it out.</summary>
internal sealed class Invocation(IReadOnlyDictionary<string, string> headers, byte[] payload)
{
    /// <summary>The event, in JSON.</summary>
    public byte[] Payload => payload;

    public string RequestId { get; } = headers["lambda-runtime-aws-request-id"];

    public string FunctionArn { get; } = headers["lambda-runtime-invoked-function-arn"];

    public string? TraceId { get; } = headers.GetValueOrDefault("lambda-runtime-trace-id");

    private DateTimeOffset Deadline { get; } = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(headers["lambda-runtime-deadline-ms"], System.Globalization.CultureInfo.InvariantCulture));

    public TimeSpan RemainingTime => Deadline - DateTimeOffset.UtcNow;
}

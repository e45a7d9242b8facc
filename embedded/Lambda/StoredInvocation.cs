namespace EmbeddedAws.Lambda;

/// <summary>An asynchronous invocation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="FunctionArn">The function.</param>
/// <param name="Payload">Its event, in JSON.</param>
/// <param name="Failures">How often it has failed.</param>
internal sealed record StoredInvocation(string Id, string FunctionArn, byte[] Payload, int Failures);

namespace EmbeddedAws.Lambda;

/// <summary>The code of a function that runs in this process.</summary>
/// <param name="payload">Its event, in JSON.</param>
/// <param name="requestId">The id of the request.</param>
/// <param name="remainingTime">How long the function has.</param>
/// <returns>The function's answer, in JSON.</returns>
public delegate Task<byte[]> LambdaFunction(byte[] payload, string requestId, TimeSpan remainingTime);

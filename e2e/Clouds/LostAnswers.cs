using EmbeddedAws.Host;

namespace ImageService.E2E.Clouds;

/// <summary>A call whose answer is lost, so that the SDK repeats it.</summary>
internal static class LostAnswers
{
    /// <summary>Loses the answer to the next call of an operation, and holds the attempt that follows.</summary>
    public static AwsFault.Hold LoseAnswerAndHoldRetry(this AwsCalls calls, string operation)
    {
        var retry = new AwsFault.Hold();
        calls.Inject(operation, new AwsFault.LoseAnswer(), times: 1);
        calls.Inject(operation, retry, call: 2, times: 1);
        return retry;
    }
}

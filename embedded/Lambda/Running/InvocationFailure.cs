using System.Globalization;

namespace EmbeddedAws.Lambda.Running;

/// <summary>How Lambda words failures that a function does not word itself.</summary>
internal static class InvocationFailure
{
    /// <summary>The failure of an invocation with some id.</summary>
    public static Func<string, Outcome> Of(string errorType, string message) => requestId => Outcome.Failed(errorType, $"RequestId: {requestId} Error: {message}");

    public static string TimedOut(TimeSpan limit) => string.Create(CultureInfo.InvariantCulture, $"Task timed out after {limit.TotalSeconds:F2} seconds");
}

namespace EmbeddedAws.Lambda.Running;

/// <summary>A function that cannot be started.</summary>
/// <param name="errorType">Lambda's name of the failure: <c>Runtime.InvalidEntrypoint</c>.</param>
/// <param name="message">What is wrong.</param>
internal sealed class FunctionStartException(string errorType, string message) : Exception(message)
{
    public string ErrorType => errorType;
}

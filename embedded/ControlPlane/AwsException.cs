namespace EmbeddedAws.ControlPlane;

/// <summary>A request that an operation refuses, with AWS's code and text.</summary>
/// <param name="status">The status of the answer: 404.</param>
/// <param name="code">AWS's code: <c>NotFoundException</c>.</param>
/// <param name="message">What is wrong.</param>
public sealed class AwsException(int status, string code, string message) : Exception(message)
{
    /// <summary>The status of the answer.</summary>
    public int Status => status;

    /// <summary>AWS's code.</summary>
    public string Code => code;
}

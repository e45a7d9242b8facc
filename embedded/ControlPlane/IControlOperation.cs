namespace EmbeddedAws.ControlPlane;

/// <summary>An operation that manages resources. Its class has AWS's name of it.</summary>
internal interface IControlOperation
{
    /// <summary>What policies call it, without the service.</summary>
    string Action => GetType().Name;

    /// <summary>The ARN of what it is about, for the policies of a role that calls it.</summary>
    string ResourceOf(ControlRequest request) => "*";

    /// <summary>Does it.</summary>
    /// <exception cref="AwsException">It is refused.</exception>
    Task<ControlAnswer> RunAsync(ControlRequest request);
}

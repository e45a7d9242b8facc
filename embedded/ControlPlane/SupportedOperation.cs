namespace EmbeddedAws.ControlPlane;

/// <summary>An operation that a service of the control plane supports.</summary>
/// <param name="Service">The name that its requests are signed for: <c>lambda</c>.</param>
/// <param name="Name">AWS's name of it: <c>GetFunction</c>.</param>
public sealed record SupportedOperation(string Service, string Name)
{
    /// <summary>The HTTP method, where its protocol has one for each operation.</summary>
    public string? Method { get; init; }

    /// <summary>The path with members in braces, where its protocol has one for each operation: <c>/schedules/{Name}</c>.</summary>
    public string? Path { get; init; }
}

namespace EmbeddedAws.ControlPlane;

/// <summary>A role that a request gives to a service.</summary>
/// <param name="Arn">The role.</param>
/// <param name="Service">The service: <c>lambda.amazonaws.com</c>.</param>
internal sealed record PassedRole(string Arn, string Service);

namespace EmbeddedAws.ControlPlane;

/// <summary>An operation whose body is not JSON with members, but bytes: <see cref="ControlRequest.Payload"/>.</summary>
internal interface IPayloadOperation : IControlOperation;

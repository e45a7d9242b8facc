namespace ImageService.E2E.Deployments;

/// <summary>A resource that was created.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Outputs">What the cloud says of it besides its inputs.</param>
internal sealed record Created(string Id, params (string Name, string Value)[] Outputs);

namespace EmbeddedAws.Lambda.Running;

/// <summary>Where a process runs.</summary>
/// <param name="TaskRoot">The folder of its code.</param>
/// <param name="Temporary">The folder of its temporary files.</param>
/// <param name="RuntimeApi">The host and port of its runtime API.</param>
/// <param name="Endpoint">The cloud that it calls.</param>
/// <param name="LogStream">The stream of its log.</param>
internal sealed record ProcessPlace(string TaskRoot, string Temporary, string RuntimeApi, Uri Endpoint, string LogStream);

namespace EmbeddedAws.Logs.Storage;

/// <summary>A stream of a log group; all times are in milliseconds since 1970.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Created">When it was made.</param>
/// <param name="First">The time of its first event, or null for none.</param>
/// <param name="Last">The time of its last event.</param>
/// <param name="Ingested">When the last was stored.</param>
internal sealed record LogStream(string Name, long Created, long? First, long? Last, long? Ingested);

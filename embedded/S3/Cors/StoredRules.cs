using System.Text.Json.Serialization;

namespace EmbeddedAws.S3.Cors;

/// <summary>Rules as they are stored. Generated: every start reads and writes them, and reflection would take longer than all else that it does.</summary>
[JsonSerializable(typeof(IReadOnlyList<CorsRule>))]
internal sealed partial class StoredRules : JsonSerializerContext;

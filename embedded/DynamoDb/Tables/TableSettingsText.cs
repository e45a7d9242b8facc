using System.Text.Json.Serialization;

namespace EmbeddedAws.DynamoDb.Tables;

/// <summary>Settings as they are stored. Generated: every start reads them.</summary>
[JsonSerializable(typeof(TableSettings))]
internal sealed partial class TableSettingsText : JsonSerializerContext;

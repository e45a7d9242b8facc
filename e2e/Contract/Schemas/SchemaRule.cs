using System.Text.Json;

namespace ImageService.E2E.Contract.Schemas;

/// <summary>Holds a value against a schema, or a part of one.</summary>
/// <param name="value">The value.</param>
/// <param name="path">Where it stands, for who reads the faults: <c>$.images[0].id</c>.</param>
/// <param name="faults">Takes what does not fit.</param>
internal delegate void SchemaRule(JsonElement value, string path, ICollection<string> faults);

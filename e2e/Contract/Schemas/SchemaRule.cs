using System.Text.Json;

namespace ImageService.E2E.Contract.Schemas;

/// <summary>Holds a value against a schema.</summary>
/// <param name="value">The value.</param>
/// <param name="name">What it is, for readers of the faults: <c>the body</c>.</param>
/// <param name="faults">Takes what does not fit.</param>
internal delegate void SchemaRule(JsonElement value, string name, ICollection<string> faults);

using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace ImageService.E2E.Contract.Schemas;

/// <summary>
/// Makes rules of the JSON schemas (draft 2020-12) of a document, by JsonSchema.Net. Nothing in a schema is ignored: a keyword or a format that is not
/// checked is refused by name.
/// </summary>
/// <param name="document">Where references lead.</param>
internal sealed class SchemaCompiler(JsonNode document)
{
    private const string Components = "#/components/schemas/";

    private static readonly EvaluationOptions OnlyWhether = new() { OutputFormat = OutputFormat.Flag, RequireFormatValidation = true };
    private static readonly EvaluationOptions WithFaults = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    /// <summary>The library lets a format pass that it does not know. What is binary is not JSON, so that no value is held against it.</summary>
    private static readonly HashSet<string> Formats = ["binary", "date-time", "uri", "uri-reference", "uuid"];

    /// <summary>By their text: most headers have the same few schemas.</summary>
    private readonly Dictionary<string, SchemaRule> _compiled = [];

    /// <summary>The rule of a schema; without one everything fits.</summary>
    /// <exception cref="NotSupportedException">It has a format that is not checked.</exception>
    /// <exception cref="JsonSchemaException">It has a keyword that is not checked.</exception>
    public SchemaRule Compile(JsonNode? schema)
    {
        var adapted = (Adapted(schema) ?? new JsonObject()).AsObject();
        var text = adapted.ToJsonString();
        if (!_compiled.TryGetValue(text, out var rule))
            _compiled[text] = rule = Rule(adapted, hasReferences: text.Contains("\"$ref\"", StringComparison.Ordinal));
        return rule;
    }

    private SchemaRule Rule(JsonObject schema, bool hasReferences)
    {
        if (hasReferences)
            schema["$defs"] = Each(document["components"]!["schemas"]!.AsObject());
        var compiled = JsonSchema.Build(JsonSerializer.SerializeToElement(schema), new BuildOptions { SchemaRegistry = new SchemaRegistry() });
        return (value, name, faults) =>
        {
            // To list faults takes much longer, and a value that fits has some too: those of the alternatives that it does not take.
            if (compiled.Evaluate(value, OnlyWhether).IsValid)
                return;
            foreach (var part in compiled.Evaluate(value, WithFaults).Details ?? [])
            {
                var place = part.InstanceLocation.ToString();
                foreach (var (keyword, message) in part.Errors ?? [])
                    faults.Add($"{name}{(place.Length == 0 ? "" : $" at {place}")}: {(keyword.Length == 0 ? "It is not described" : message)}");
            }
        };
    }

    /// <summary>A schema that needs no other document, with references to <c>$defs</c>.</summary>
    private JsonNode? Adapted(JsonNode? node) => node switch
    {
        JsonObject schema when schema["$ref"] is JsonValue reference && !((string)reference!).StartsWith(Components, StringComparison.Ordinal) =>
            Adapted(References.Find(document, (string)reference!)),
        // OpenAPI lets a description add keywords of its own, which say nothing about a value.
        JsonObject schema => new JsonObject(schema.Where(member => !member.Key.StartsWith("x-", StringComparison.Ordinal))
            .Select(member => KeyValuePair.Create(member.Key, Member(member.Key, member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Adapted)]),
        _ => node?.DeepClone(),
    };

    private JsonNode? Member(string keyword, JsonNode? value) => (keyword, value) switch
    {
        ("$ref", JsonValue) => ((string)value!).Replace(Components, "#/$defs/", StringComparison.Ordinal),
        // In .NET, $ fits before a line break at the end as well; in JavaScript, whose patterns these are, it does not.
        ("pattern", JsonValue) when (string)value! is [.. var pattern, '$'] => $"{pattern}\\z",
        ("format", JsonValue) when !Formats.Contains((string)value!) => throw new NotSupportedException($"The format {value} is not checked: add it, and what checks it."),
        ("properties", JsonObject schemas) => Each(schemas),
        _ => Adapted(value),
    };

    private JsonObject Each(JsonObject schemas) => new(schemas.Select(schema => KeyValuePair.Create(schema.Key, Adapted(schema.Value))));
}

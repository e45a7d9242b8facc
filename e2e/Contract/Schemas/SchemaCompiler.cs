using System.Text.Json.Nodes;

namespace ImageService.E2E.Contract.Schemas;

/// <summary>
/// Makes rules of the JSON schemas (draft 2020-12) of a document. It knows the keywords that the description uses, and refuses any
/// other by name: none is ignored.
/// </summary>
/// <param name="document">Where references lead.</param>
internal sealed class SchemaCompiler(JsonNode document)
{
    private readonly Dictionary<string, SchemaRule> _referenced = [];

    /// <summary>The rule of a schema; without one everything fits.</summary>
    /// <exception cref="NotSupportedException">It has a keyword that nobody checks.</exception>
    public SchemaRule Compile(JsonNode? schema)
    {
        var keywords = schema?.AsObject() ?? [];
        return Combinations.All([.. keywords.Select(keyword => Rule(keyword.Key, keyword.Value!, keywords)).OfType<SchemaRule>()]);
    }

    private SchemaRule? Rule(string keyword, JsonNode value, JsonObject schema) => keyword switch
    {
        "$ref" => Reference((string)value!),
        "type" => ValueRules.Type(value),
        "const" => ValueRules.OneOf([value]),
        "enum" => ValueRules.OneOf([.. value.AsArray()]),
        "minimum" => ValueRules.Minimum((decimal)value),
        "maximum" => ValueRules.Maximum((decimal)value),
        "minLength" => TextRules.MinLength((int)value),
        "maxLength" => TextRules.MaxLength((int)value),
        "pattern" => TextRules.Pattern((string)value!),
        "format" => TextRules.Format((string)value!),
        "required" => ObjectRules.Required([.. value.AsArray().Select(name => (string)name!)]),
        "properties" => ObjectRules.Properties(value.AsObject().ToDictionary(property => property.Key, property => Compile(property.Value))),
        "additionalProperties" => ObjectRules.Others(
            [.. schema["properties"]?.AsObject().Select(property => property.Key) ?? []], value is JsonObject ? Compile(value) : null),
        "propertyNames" => ObjectRules.Names(Compile(value)),
        "maxProperties" => ObjectRules.MaxProperties((int)value),
        "items" => ArrayRules.Items(Compile(value)),
        "minItems" => ArrayRules.MinItems((int)value),
        "maxItems" => ArrayRules.MaxItems((int)value),
        "allOf" => Combinations.All([.. value.AsArray().Select(Compile)]),
        "oneOf" => Combinations.One([.. value.AsArray().Select(Compile)]),
        // These say something to people and to generators, and nothing about a value.
        "title" or "description" or "default" or "contentEncoding" or "contentMediaType" => null,
        _ when keyword.StartsWith("x-", StringComparison.Ordinal) => null,
        _ => throw new NotSupportedException($"The suite does not know the keyword {keyword} of {schema.GetPath()}: add its rule."),
    };

    /// <summary>Made once; a schema may refer to itself, so the rule is looked up when it is used.</summary>
    private SchemaRule Reference(string reference)
    {
        if (_referenced.TryAdd(reference, (_, _, _) => { }))
            _referenced[reference] = Compile(References.Find(document, reference));

        return (value, path, faults) => _referenced[reference](value, path, faults);
    }
}

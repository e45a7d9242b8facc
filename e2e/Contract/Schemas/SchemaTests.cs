using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace ImageService.E2E.Contract.Schemas;

/// <summary>What fits a schema, and what is said of the rest.</summary>
public sealed class SchemaTests
{
    [TestCase("""{"type":["string","null"]}""", "null", "{}", "the body: Value is \"object\"")]
    [TestCase("""{"type":"integer"}""", "1.0", "1.5", "the body: Value is \"number\" but should be \"integer\"")]
    [TestCase("""{"maxLength":1}""", "\"🌅\"", "\"ab\"", "the body: Value should be at most 1 characters")]
    [TestCase("""{"pattern":"^[a-z]+$"}""", "\"ab\"", "\"ab\\n\"", "the body: The string value is not a match")]
    [TestCase("""{"format":"uuid"}""", "\"019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44\"", "\"019ab3c2\"", "the body: Value does not match format \"uuid\"")]
    [TestCase("""{"format":"date-time"}""", "\"2026-11-21T19:00:00.123Z\"", "\"yesterday\"", "the body: Value does not match format \"date-time\"")]
    [TestCase("""{"format":"uri"}""", "\"urn:a:b\"", "\"images/1\"", "the body: Value does not match format \"uri\"")]
    [TestCase("""{"required":["a"]}""", """{"a":null}""", "{}", "the body: Required properties [\"a\"] are not present")]
    [TestCase("""{"properties":{"a":{}},"additionalProperties":false}""", """{"a":1}""", """{"a":1,"b":1}""", "the body at /b: It is not described")]
    [TestCase("""{"x-own":true,"properties":{"x-a":{"type":"string"}}}""", """{"x-a":"b"}""", """{"x-a":1}""", "the body at /x-a: Value is \"integer\"")]
    [TestCase("""{"items":{"properties":{"a":{"type":"string"}}}}""", """[{"a":"b"}]""", """[{},{"a":1}]""", "the body at /1/a: Value is \"integer\"")]
    [TestCase("""{"$ref":"#/components/schemas/Tree"}""", """{"next":{"next":{}}}""", """{"next":{"last":1}}""", "the body at /next/last: It is not described")]
    [TestCase("""{"$ref":"#/components/headers/Size/schema"}""", "1", "0", "the body: 0 should be at least 1")]
    public void A_value_fits_or_the_fault_says_why_not(string schema, string fitting, string other, string fault)
    {
        Assert.That(Faults(schema, fitting), Is.Empty);
        Assert.That(Faults(schema, other), Has.One.StartsWith(fault));
    }

    [TestCase("""{"uniqueItemz":true}""", "uniqueItemz")]
    [TestCase("""{"items":{"minItemz":1}}""", "minItemz")]
    public void A_keyword_that_is_not_checked_is_refused_by_name(string schema, string name)
    {
        Assert.That(() => Faults(schema, "1"), Throws.InstanceOf<JsonSchemaException>().With.Message.Contains(name));
    }

    [Test]
    public void A_format_that_is_not_checked_is_refused_by_name()
    {
        Assert.That(() => Faults("""{"format":"nonsense"}""", "1"), Throws.InstanceOf<NotSupportedException>().With.Message.Contains("nonsense"));
    }

    private static List<string> Faults(string schema, string value)
    {
        var document = JsonNode.Parse("""
            {
              "components": {
                "schemas": { "Tree": { "properties": { "next": { "$ref": "#/components/schemas/Tree" } }, "additionalProperties": false } },
                "headers": { "Size": { "schema": { "minimum": 1 } } }
              }
            }
            """)!;
        var faults = new List<string>();
        using var json = JsonDocument.Parse(value);
        new SchemaCompiler(document).Compile(JsonNode.Parse(schema))(json.RootElement, "the body", faults);
        return faults;
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace ImageService.E2E.Contract.Schemas;

/// <summary>Each keyword: what fits, and what does not.</summary>
public sealed class SchemaTests
{
    [TestCase("""{"type":"string"}""", "\"a\"", "1", "$ is number, not string")]
    [TestCase("""{"type":["string","null"]}""", "null", "{}", "$ is object, not string or null")]
    [TestCase("""{"type":"integer"}""", "1.0", "1.5", "$ is number, not integer")]
    [TestCase("""{"type":"boolean"}""", "false", "null", "$ is null, not boolean")]
    [TestCase("""{"const":"PUT"}""", "\"PUT\"", "\"put\"", "$ is \"put\", not \"PUT\"")]
    [TestCase("""{"enum":[1,"a"]}""", "\"a\"", "2", "$ is 2, not 1 or \"a\"")]
    [TestCase("""{"minimum":1}""", "1", "0", "$ is 0, less than 1")]
    [TestCase("""{"maximum":100}""", "100", "101", "$ is 101, more than 100")]
    [TestCase("""{"minLength":1}""", "\"a\"", "\"\"", "$ has fewer than 1 characters")]
    [TestCase("""{"maxLength":1}""", "\"🌅\"", "\"ab\"", "$ has more than 1 characters")]
    [TestCase("""{"pattern":"^[a-z]+$"}""", "\"ab\"", "\"ab\\n\"", "$ does not match ^[a-z]+$")]
    [TestCase("""{"format":"uuid"}""", "\"019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44\"", "\"019ab3c2\"", "$ is no UUID")]
    [TestCase("""{"format":"date-time"}""", "\"2026-11-21T19:00:00.123Z\"", "\"yesterday\"", "$ is no date-time")]
    [TestCase("""{"format":"uri"}""", "\"urn:a:b\"", "\"images/1\"", "$ is no URI")]
    [TestCase("""{"required":["a"]}""", """{"a":null}""", "{}", "$.a is missing")]
    [TestCase("""{"properties":{"a":{"type":"string"}}}""", """{"b":1}""", """{"a":1}""", "$.a is number, not string")]
    [TestCase("""{"properties":{"a":{}},"additionalProperties":false}""", """{"a":1}""", """{"a":1,"b":1}""", "$.b is not described")]
    [TestCase("""{"additionalProperties":{"type":"string"}}""", """{"a":"b"}""", """{"a":1}""", "$.a is number, not string")]
    [TestCase("""{"propertyNames":{"maxLength":2}}""", """{"ab":1}""", """{"abc":1}""", "the name of $.abc has more than 2 characters")]
    [TestCase("""{"maxProperties":1}""", """{"a":1}""", """{"a":1,"b":1}""", "$ has more than 1 properties")]
    [TestCase("""{"items":{"type":"string"}}""", "[\"a\"]", "[\"a\",1]", "$[1] is number, not string")]
    [TestCase("""{"minItems":1}""", "[1]", "[]", "$ has fewer than 1 items")]
    [TestCase("""{"maxItems":1}""", "[1]", "[1,2]", "$ has more than 1 items")]
    [TestCase("""{"allOf":[{"type":"string"},{"minLength":1}]}""", "\"a\"", "\"\"", "$ has fewer than 1 characters")]
    [TestCase("""{"oneOf":[{"const":1},{"const":2}]}""", "2", "3", "$ fits none of 2 schemas: $ is 3, not 1 | $ is 3, not 2")]
    [TestCase("""{"oneOf":[{"minimum":1},{"minimum":2}]}""", "1", "2", "$ fits 2 schemas where it may fit one")]
    [TestCase("""{"$ref":"#/$defs/tree","$defs":{"tree":{"properties":{"next":{"$ref":"#/$defs/tree"}},"additionalProperties":false}}}""",
        """{"next":{"next":{}}}""", """{"next":{"last":1}}""", "$.next.last is not described")]
    public void A_value_fits_or_the_fault_says_why_not(string schema, string fitting, string other, string fault)
    {
        Assert.That(Faults(schema, fitting), Is.Empty);
        Assert.That(Faults(schema, other), Is.EqualTo([fault]));
    }

    [TestCase("""{"dependentRequired":{"a":["b"]}}""", "dependentRequired")]
    [TestCase("""{"format":"email"}""", "email")]
    [TestCase("""{"items":{"uniqueItems":true}}""", "uniqueItems")]
    public void A_keyword_that_nobody_checks_is_refused_by_name(string schema, string name)
    {
        Assert.That(() => Faults(schema, "1"), Throws.InstanceOf<NotSupportedException>().With.Message.Contains(name));
    }

    private static List<string> Faults(string schema, string value)
    {
        var document = JsonNode.Parse(schema)!.AsObject();
        var compiler = new SchemaCompiler(document.DeepClone());
        document.Remove("$defs");
        var faults = new List<string>();
        using var json = JsonDocument.Parse(value);
        compiler.Compile(document)(json.RootElement, "$", faults);
        return faults;
    }
}

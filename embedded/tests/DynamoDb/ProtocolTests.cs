using System.Text;
using System.Text.Json.Nodes;

namespace EmbeddedAws.Tests.DynamoDb;

public sealed class ProtocolTests
{
    [Test]
    public async Task An_answer_has_an_id_and_the_checksum_of_its_body()
    {
        using var response = await RawCall.Send("DynamoDB_20120810.DescribeTable", """{"TableName": "missing"}""");

        var body = await response.Content.ReadAsStringAsync();
        Assert.That(response.Content.Headers.ContentType!.ToString(), Is.EqualTo("application/x-amz-json-1.0"));
        Assert.That(response.Headers.GetValues("x-amzn-RequestId").Single(), Does.Match("^[0-9A-F]{32}$"));
        Assert.That(response.Headers.GetValues("x-amz-crc32").Single(), Is.EqualTo("1922225561"));
        Assert.That(body, Is.EqualTo(
            """{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException","message":"Requested resource not found: Table: missing not found"}"""));
    }

    [TestCase("DynamoDB_20120810.Scan", "{}", "com.amazon.coral.validate#ValidationException")]
    [TestCase("DynamoDB_20120810.Scan", "{", "com.amazon.coral.service#SerializationException")]
    [TestCase("DynamoDB_20120810.Nothing", "{}", "com.amazon.coral.service#UnknownOperationException")]
    [TestCase("DynamoDBStreams_20120810.ListStreams", "{}", "com.amazon.coral.service#UnknownOperationException")]
    [TestCase("Scan", "{}", "com.amazon.coral.service#UnknownOperationException")]
    public async Task An_error_names_its_type_in_full(string target, string body, string type)
    {
        using var response = await RawCall.Send(target, body);

        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.That((int)response.StatusCode, Is.EqualTo(400));
        Assert.That(error["__type"]!.GetValue<string>(), Is.EqualTo(type));
    }

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("7")]
    [TestCase("{} {}")]
    [TestCase("{'TableName': 'abc'}")]
    [TestCase("{\"TableName\": \"abc\",}")]
    [TestCase("{\"TableName\": \"abc\", \"TableName\": \"abc\"}")]
    [TestCase("{\"TableName\": \"\\uD800\"}")]
    [TestCase("{\"\\uDC00\": 1}")]
    public async Task A_body_that_is_not_a_JSON_object_is_refused(string body)
    {
        var outcome = await RawCall.Outcome("Scan", body);

        Assert.That(outcome, Is.EqualTo("SerializationException: "));
    }

    [Test]
    public async Task A_body_of_broken_UTF_8_is_refused()
    {
        using var response = await RawCall.Send("DynamoDB_20120810.Scan", [.. Encoding.UTF8.GetBytes("{\"TableName\": \""), 0xC3, 0x28, (byte)'"', (byte)'}']);

        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("""{"__type":"com.amazon.coral.service#SerializationException"}"""));
    }

    [TestCase("8000000000000000")]
    [TestCase("fffffffffffffffff")]
    [TestCase("x")]
    public async Task A_body_in_malformed_HTTP_chunks_is_refused(string size)
    {
        using var connection = await RawConnection.OpenAsync();

        await connection.SendAsync("POST / HTTP/1.1", ["Connection: close", "Transfer-Encoding: chunked", "X-Amz-Target: DynamoDB_20120810.Scan"], $"{size}\r\n{{}}");
        var answer = await connection.ReadUntilAsync("\"}");

        Assert.That(answer, Does.StartWith("HTTP/1.1 400 ").And.EndsWith("""{"__type":"com.amazon.coral.service#SerializationException"}"""));
    }

    [Test]
    public async Task A_body_nested_without_end_is_refused()
    {
        var body = $"{{\"a\": {new string('[', 100_000)}";

        var outcome = await RawCall.Outcome("PutItem", body);

        Assert.That(outcome, Is.EqualTo("SerializationException: "));
    }

    [Test]
    public async Task A_body_of_more_than_16_MB_is_refused()
    {
        using var response = await RawCall.Send("DynamoDB_20120810.PutItem", new byte[(16 * 1024 * 1024) + 1]);

        Assert.That((int)response.StatusCode, Is.EqualTo(413));
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("""{"__type":"com.amazon.coral.service#RequestEntityTooLargeException"}"""));
    }

    [TestCase("GetItem", """{"TableName": 7}""", "NUMBER_VALUE can not be converted to a String")]
    [TestCase("GetItem", """{"TableName": true}""", "TRUE_VALUE can not be converted to a String")]
    [TestCase("GetItem", """{"TableName": {}}""", "Start of structure or map found where not expected")]
    [TestCase("GetItem", """{"TableName": []}""", "Unrecognized collection type")]
    [TestCase("GetItem", """{"ConsistentRead": "true"}""", "STRING_VALUE can not be converted to a Boolean")]
    [TestCase("Scan", """{"Limit": "1"}""", "STRING_VALUE can not be converted to a Long")]
    [TestCase("Scan", """{"Limit": 1.5}""", "DECIMAL_VALUE can not be converted to a Long")]
    [TestCase("CreateTable", """{"KeySchema": "id"}""", "Unexpected field type")]
    [TestCase("CreateTable", """{"KeySchema": {}}""", "Start of structure or map found where not expected")]
    [TestCase("CreateTable", """{"KeySchema": ["id"]}""", "Unexpected field type")]
    [TestCase("PutItem", """{"TableName": "abc", "Item": "a"}""", "Unexpected field type")]
    [TestCase("PutItem", """{"TableName": "abc", "Item": {"a": "b"}}""", "Unexpected field type")]
    [TestCase("PutItem", """{"TableName": "abc", "Item": {"a": {"S": 1}}}""", "NUMBER_VALUE can not be converted to a String")]
    [TestCase("PutItem", """{"TableName": "abc", "Item": {"a": {"N": 1}}}""", "NUMBER_VALUE can not be converted to a String")]
    [TestCase("PutItem", """{"TableName": "abc", "Item": {"a": {"B": "?"}}}""", "only base-64-encoded strings are convertible to bytes")]
    [TestCase("PutItem", """{"TableName": "abc", "Item": {"a": {"SS": "b"}}}""", "Unexpected field type")]
    [TestCase("PutItem", """{"TableName": "abc", "Item": {"a": {"SS": [null]}}}""", "DECIMAL_VALUE can not be converted to a String")]
    public async Task A_member_of_the_wrong_type_is_refused(string operation, string body, string message)
    {
        var outcome = await RawCall.Outcome(operation, body);

        Assert.That(outcome, Is.EqualTo($"SerializationException: {message}"));
    }
}

using System.Text.Json.Nodes;
using EmbeddedAws.Tests.Lambda;
using Microsoft.Extensions.Time.Testing;

namespace EmbeddedAws.Tests.Logs;

/// <summary>Log groups, and the events that clients put there.</summary>
public sealed class LogGroupTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private EmbeddedCloud _cloud = null!;

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    [SetUp]
    public async Task Start()
    {
        _cloud = EmbeddedCloud.Open(new EmbeddedCloudOptions { Time = _time });
        await CallAsync("CreateLogGroup", """{"logGroupName":"/g","tags":{"a":"1"}}""");
        await CallAsync("CreateLogStream", """{"logGroupName":"/g","logStreamName":"s"}""");
    }

    [TearDown]
    public async Task Stop() => await _cloud.DisposeAsync();

    [Test]
    public async Task A_group_is_given_back_as_it_was_made()
    {
        await CallAsync("PutRetentionPolicy", """{"logGroupName":"/g","retentionInDays":30}""");

        var group = (await CallAsync("DescribeLogGroups", """{"logGroupNamePrefix":"/g"}"""))["logGroups"]![0]!;
        var tags = await CallAsync("ListTagsForResource", """{"resourceArn":"arn:aws:logs:us-east-1:000000000000:log-group:/g:*"}""");

        Assert.That(((string?)group["logGroupName"], (int?)group["retentionInDays"], (string?)group["arn"]), Is.EqualTo(("/g", 30, "arn:aws:logs:us-east-1:000000000000:log-group:/g:*")));
        Assert.That(tags["tags"]!.ToJsonString(), Is.EqualTo("""{"a":"1"}"""));
    }

    [TestCase("CreateLogGroup", """{"logGroupName":"/g"}""", "ResourceAlreadyExistsException")]
    [TestCase("CreateLogGroup", """{"logGroupName":"a b"}""", "InvalidParameterException")]
    [TestCase("CreateLogStream", """{"logGroupName":"/g","logStreamName":"s"}""", "ResourceAlreadyExistsException")]
    [TestCase("DeleteLogGroup", """{"logGroupName":"/missing"}""", "ResourceNotFoundException")]
    [TestCase("PutRetentionPolicy", """{"logGroupName":"/g","retentionInDays":2}""", "InvalidParameterException")]
    [TestCase("GetLogEvents", """{"logGroupName":"/g","logStreamName":"missing"}""", "ResourceNotFoundException")]
    [TestCase("FilterLogEvents", """{"logGroupName":"/g","filterPattern":"{ $.a = 1 }"}""", "InvalidParameterException")]
    [TestCase("PutLogEvents", """{"logGroupName":"/g","logStreamName":"s","logEvents":[{"timestamp":2,"message":"a"},{"timestamp":1,"message":"b"}]}""", "InvalidParameterException")]
    public async Task What_cannot_be_done_is_refused(string operation, string members, string code)
    {
        var refusal = await FunctionCloud.RefusalOf(() => CallAsync(operation, members));

        Assert.That(refusal?.Code, Is.EqualTo(code));
    }

    [TestCase(1024, null)]
    [TestCase(1025, "InvalidParameterException")]
    public async Task A_filter_pattern_has_at_most_1024_characters(int length, string? code)
    {
        var pattern = new string('a', length);

        var refusal = await FunctionCloud.RefusalOf(() => CallAsync("FilterLogEvents", $$"""{"logGroupName":"/g","filterPattern":"{{pattern}}"}"""));

        Assert.That(refusal?.Code, Is.EqualTo(code));
    }

    [Test]
    public async Task Events_are_read_from_either_end()
    {
        await PutAsync((0, "a"), (1, "b"), (2, "c"), (3, "d"));

        var first = await CallAsync("GetLogEvents", """{"logGroupName":"/g","logStreamName":"s","startFromHead":true,"limit":2}""");
        var next = await CallAsync("GetLogEvents", $$"""{"logGroupName":"/g","logStreamName":"s","nextToken":"{{first["nextForwardToken"]}}"}""");
        var back = await CallAsync("GetLogEvents", $$"""{"logGroupName":"/g","logStreamName":"s","nextToken":"{{next["nextBackwardToken"]}}"}""");
        var last = await CallAsync("GetLogEvents", """{"logGroupName":"/g","logStreamName":"s","limit":1}""");

        Assert.That((Text(first), Text(next), Text(back), Text(last)), Is.EqualTo(("ab", "cd", "ab", "d")));
    }

    [TestCase("GetLogEvents", """{"logGroupName":"/g","logStreamName":"s","startFromHead":true}""", "nextForwardToken")]
    [TestCase("FilterLogEvents", """{"logGroupName":"/g"}""", "nextToken")]
    public async Task A_page_has_1_MB(string operation, string members, string token)
    {
        for (var i = 0; i < 5; i++)
            await PutAsync((i, new string((char)('a' + i), 250_000)));

        var first = await CallAsync(operation, members);
        var second = await CallAsync(operation, $$"""{{members[..^1]}},"nextToken":"{{first[token]}}"}""");

        Assert.That((string.Concat(Text(first).Distinct()), string.Concat(Text(second).Distinct())), Is.EqualTo(("abcd", "e")));
    }

    [TestCase("""{}""", "one twothree onetwo")]
    [TestCase("""{"filterPattern":"one two"}""", "one two")]
    [TestCase("""{"filterPattern":"\"e one\""}""", "three one")]
    [TestCase("""{"limit":1}""", "one two")]
    [TestCase("""{"logStreamNames":["other"]}""", "")]
    public async Task Events_are_found_by_what_they_say(string filter, string found)
    {
        await PutAsync((0, "one two"), (1, "three one"), (2, "two"));
        var members = JsonNode.Parse(filter)!.AsObject();
        members["logGroupName"] = "/g";

        var events = await _cloud.CallAsync("logs", "FilterLogEvents", members);

        Assert.That(Text(events), Is.EqualTo(found));
    }

    [Test]
    public async Task A_page_goes_on_where_the_last_one_ended()
    {
        await PutAsync((0, "a"), (0, "b"), (0, "c"));

        var first = await CallAsync("FilterLogEvents", """{"logGroupName":"/g","limit":2}""");
        var second = await CallAsync("FilterLogEvents", $$"""{"logGroupName":"/g","limit":2,"nextToken":"{{first["nextToken"]}}"}""");

        Assert.That((Text(first), Text(second), second["nextToken"]), Is.EqualTo(("ab", "c", (JsonNode?)null)));
    }

    [Test]
    public async Task Events_older_than_the_retention_are_not_given_back_and_go()
    {
        await CallAsync("PutRetentionPolicy", """{"logGroupName":"/g","retentionInDays":1}""");
        await PutAsync((0, "old"));
        _time.Advance(TimeSpan.FromHours(23.5));
        await PutAsync((0, "new"));

        _time.Advance(TimeSpan.FromHours(0.5));
        _time.Advance(TimeSpan.FromHours(0.5)); // The last clean-up was before.
        var kept = await CallAsync("FilterLogEvents", """{"logGroupName":"/g"}""");
        _time.Advance(TimeSpan.FromHours(1));
        await CallAsync("DeleteRetentionPolicy", """{"logGroupName":"/g"}""");

        Assert.That(Text(kept), Is.EqualTo("new"));
        Assert.That(async () => Text(await CallAsync("FilterLogEvents", """{"logGroupName":"/g"}""")), Is.EqualTo("new").After(60_000, 20));
    }

    [Test]
    public async Task A_group_that_is_made_again_is_empty()
    {
        await PutAsync((0, "a"));

        await CallAsync("DeleteLogGroup", """{"logGroupName":"/g"}""");
        await CallAsync("CreateLogGroup", """{"logGroupName":"/g"}""");

        Assert.That(Text(await CallAsync("FilterLogEvents", """{"logGroupName":"/g"}""")), Is.Empty);
    }

    [Test]
    public async Task Streams_that_are_made_while_their_group_is_deleted_go_with_it()
    {
        var makers = Enumerable.Range(0, 4).Select(number => Task.Run(() => MakeStreamsAsync($"{number}"))).ToList();

        await CallAsync("DeleteLogGroup", """{"logGroupName":"/g"}""");
        await Task.WhenAll(makers);
        await CallAsync("CreateLogGroup", """{"logGroupName":"/g"}""");

        Assert.That((await CallAsync("DescribeLogStreams", """{"logGroupName":"/g"}"""))["logStreams"]!.AsArray(), Is.Empty);
    }

    /// <summary>Makes one after the other, until the group is gone.</summary>
    private async Task MakeStreamsAsync(string prefix)
    {
        var number = 0;
        while (await _cloud.RefusalAsync("logs", "CreateLogStream", $$"""{"logGroupName":"/g","logStreamName":"{{prefix}}-{{number}}"}""") is null)
            number++;
    }

    private Task<JsonObject> PutAsync(params (int Later, string Message)[] events) => _cloud.CallAsync("logs", "PutLogEvents", new JsonObject
    {
        ["logGroupName"] = "/g",
        ["logStreamName"] = "s",
        ["logEvents"] = new JsonArray([.. events.Select(item => new JsonObject { ["timestamp"] = Now + item.Later, ["message"] = item.Message })]),
    });

    private Task<JsonObject> CallAsync(string operation, string members) => _cloud.CallAsync("logs", operation, JsonNode.Parse(members)!.AsObject());

    private static string Text(JsonObject answer) => string.Concat(answer["events"]!.AsArray().Select(item => (string?)item!["message"]));
}

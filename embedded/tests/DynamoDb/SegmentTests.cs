using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace EmbeddedAws.Tests.DynamoDb;

/// <summary>Parallel scans: each reads one segment of a table or an index.</summary>
public sealed class SegmentTests
{
    private static IAmazonDynamoDB Client => AwsSurface.DynamoDb;

    [TestCase(1, null)]
    [TestCase(4, null)]
    [TestCase(3, "by-owner")]
    [TestCase(1_000_000, null)]
    public async Task The_segments_are_the_table(int total, string? index)
    {
        var table = await Filled(30);
        var segments = total > 100 ? [.. Enumerable.Range(0, 20), total - 1] : Enumerable.Range(0, total).ToList();

        var found = await Task.WhenAll(segments.Select(segment => ScanAll(table, segment, total, index)));

        var all = found.SelectMany(ids => ids).ToList();
        Assert.That(all, Is.Unique);
        Assert.That(all, total > 100 ? Is.SubsetOf(Ids(30)) : Is.EquivalentTo(Ids(30)));
        Assert.That(found.Count(ids => ids.Count > 0), total is 3 or 4 ? Is.EqualTo(total) : Is.LessThanOrEqualTo(total));
    }

    [Test]
    public async Task Half_a_segment_is_in_one_of_half_as_many()
    {
        var table = await Filled(30);

        var half = await ScanAll(table, 1, 2, null);
        var quarters = await Task.WhenAll(ScanAll(table, 2, 4, null), ScanAll(table, 3, 4, null));

        Assert.That(quarters.SelectMany(ids => ids), Is.EquivalentTo(half));
    }

    [TestCase("\"Segment\": 1", "The TotalSegments parameter is required but was not present in the request when Segment parameter is present")]
    [TestCase("\"TotalSegments\": 1", "The Segment parameter is required but was not present in the request when parameter TotalSegments is present")]
    [TestCase("\"Segment\": 1, \"TotalSegments\": 1", "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 1 is not less than TotalSegments: 1")]
    [TestCase("\"Segment\": -1, \"TotalSegments\": 2", "1 validation error detected: Value '-1' at 'segment' failed to satisfy constraint: Member must have value greater than or equal to 0")]
    [TestCase("\"Segment\": 0, \"TotalSegments\": 0", "1 validation error detected: Value '0' at 'totalSegments' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    [TestCase("\"Segment\": 0, \"TotalSegments\": 1000001", "1 validation error detected: Value '1000001' at 'totalSegments' failed to satisfy constraint: Member must have value less than or equal to 1000000")]
    public async Task A_segment_that_there_is_not_is_refused(string members, string message)
    {
        var table = await TestTable.Make();

        var outcome = await table.Call("Scan", members);

        Assert.That(outcome, Is.EqualTo($"ValidationException: {message}"));
    }

    [Test]
    public async Task A_scan_goes_on_only_in_its_own_segment()
    {
        var table = await Filled(30);
        var other = (await ScanAll(table, 1, 2, null))[0];

        var outcome = await table.Call("Scan", $$$""" "Segment": 0, "TotalSegments": 2, "ExclusiveStartKey": {"id": {"S": "{{{other}}}"}} """);

        Assert.That(outcome, Is.EqualTo(
            "ValidationException: The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment. TotalSegments: 2 Segment: 0"));
    }

    private static async Task<TestTable> Filled(int count)
    {
        var table = await TestTable.Make(indexes: TestTable.Index("by-owner", "owner"));
        await Task.WhenAll(Ids(count).Select(id => table.Put(("id", id), ("owner", $"of-{id}"))));
        return table;
    }

    private static IEnumerable<string> Ids(int count) => Enumerable.Range(0, count).Select(n => $"{n}");

    private static async Task<List<string>> ScanAll(TestTable table, int segment, int total, string? index)
    {
        var request = new ScanRequest(table.Name) { IndexName = index, Segment = segment, TotalSegments = total, Limit = 4 };
        var ids = new List<string>();
        do
        {
            var page = await Client.ScanAsync(request);
            ids.AddRange(page.Items.Select(item => item["id"].S));
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
        return ids;
    }
}

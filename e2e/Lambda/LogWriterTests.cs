using System.Text.Json;
using System.Text.Json.Nodes;
using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;
using ImageService.Lambda.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ImageService.E2E.Lambda;

/// <summary>The line of a request: its exact shape, and the rules by which CloudWatch takes metrics from it.</summary>
public sealed class LogWriterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 19, 0, 0, 123, TimeSpan.Zero);

    [Test]
    public void A_request_is_one_line_that_is_log_and_metrics()
    {
        var image = "019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44";

        var line = Write(new LogEntry("downloadImage", "c6af9ac6", image, 200, TimeSpan.FromMilliseconds(12.34567), null));

        Assert.That(JsonNode.Parse(line)!.ToJsonString(new() { WriteIndented = true, NewLine = "\n" }), Is.EqualTo(
            """
            {
              "_aws": {
                "Timestamp": 1795287600123,
                "CloudWatchMetrics": [
                  {
                    "Namespace": "ImageService",
                    "Dimensions": [
                      [
                        "Operation"
                      ]
                    ],
                    "Metrics": [
                      {
                        "Name": "Requests",
                        "Unit": "Count"
                      },
                      {
                        "Name": "Errors",
                        "Unit": "Count"
                      },
                      {
                        "Name": "Latency",
                        "Unit": "Milliseconds"
                      }
                    ]
                  }
                ]
              },
              "Operation": "downloadImage",
              "Requests": 1,
              "Errors": 0,
              "Latency": 12.346,
              "status": 200,
              "requestId": "c6af9ac6",
              "imageId": "019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44"
            }
            """));
        Assert.That(line, Does.EndWith("}\n"));
        Assert.That(line.Count(character => character == '\n'), Is.EqualTo(1));
    }

    [Test]
    public void Without_an_image_or_a_failure_the_members_are_absent()
    {
        var members = JsonNode.Parse(Write(Entry(200)))!.AsObject().Select(member => member.Key);

        Assert.That(members, Is.EqualTo(["_aws", "Operation", "Requests", "Errors", "Latency", "status", "requestId"]));
    }

    [TestCase(201, 0)]
    [TestCase(404, 0)]
    [TestCase(499, 0)]
    [TestCase(500, 1)]
    [TestCase(504, 1)]
    public void Only_a_5xx_is_an_error(int status, int errors)
    {
        var line = JsonNode.Parse(Write(Entry(status)))!.AsObject();

        Assert.That((int?)line["Errors"], Is.EqualTo(errors));
        Assert.That((int?)line["Requests"], Is.EqualTo(1));
        Assert.That((int?)line["status"], Is.EqualTo(status));
    }

    [Test]
    public void A_damaged_image_is_a_metric_of_the_function()
    {
        var line = JsonNode.Parse(Write(Entry(500) with { Failure = new ProblemException(Problems.ImageDamaged, "…") }))!;

        var directive = line["_aws"]!["CloudWatchMetrics"]!.AsArray()[^1]!;
        Assert.That(directive["Dimensions"]!.ToJsonString(), Is.EqualTo("""[["FunctionName"]]"""));
        Assert.That(directive["Metrics"]!.ToJsonString(), Is.EqualTo("""[{"Name":"DamagedImages","Unit":"Count"}]"""));
        Assert.That($"{line["FunctionName"]} {line["DamagedImages"]} {line["Errors"]}", Is.EqualTo("image-service-getImage 1 1"));
    }

    [Test]
    public void A_failure_is_told_with_what_caused_it_on_the_same_line()
    {
        var line = Write(Entry(503) with { Failure = Thrown() });

        var exception = JsonNode.Parse(line)!["exception"]!.AsObject();
        Assert.That((string?)exception["type"], Is.EqualTo("System.InvalidOperationException"));
        Assert.That((string?)exception["message"], Is.EqualTo("outer \"quoted\"\nsecond line: <ä>"));
        Assert.That((string?)exception["stack"], Does.Contain("System.TimeoutException: inner").And.Contain(nameof(Thrown)));
        Assert.That(exception, Has.Count.EqualTo(3));
        Assert.That(line, Does.Contain("""
            outer \"quoted\"\nsecond line: <ä>
            """), "as people can read it");
        Assert.That(line.TrimEnd('\n'), Does.Not.Contain('\n'));
    }

    [Test]
    public void The_metrics_keep_the_rules_of_the_embedded_format()
    {
        var line = JsonNode.Parse(Write(Entry(500) with { Failure = Thrown() }))!.AsObject();

        var directive = line["_aws"]!["CloudWatchMetrics"]!.AsArray().Single()!;
        var metrics = directive["Metrics"]!.AsArray();
        var values = metrics.Select(metric => line[(string)metric!["Name"]!]!.GetValueKind());
        var dimensions = directive["Dimensions"]!.AsArray();
        var dimensionValues = dimensions.SelectMany(set => set!.AsArray()).Select(name => line[(string)name!]!.GetValueKind());
        Assert.That((long?)line["_aws"]!["Timestamp"], Is.EqualTo(Now.ToUnixTimeMilliseconds()));
        Assert.That((string?)directive["Namespace"], Has.Length.InRange(1, 1024).And.Match("^[0-9A-Za-z._#:/-]+$"));
        Assert.That(dimensionValues, Is.Not.Empty.And.All.EqualTo(JsonValueKind.String));
        Assert.That(dimensions.Select(set => set!.AsArray().Count), Is.All.InRange(0, 30));
        Assert.That(values, Is.Not.Empty.And.All.EqualTo(JsonValueKind.Number));
        Assert.That(metrics.Select(metric => (string?)metric!["Unit"]), Is.All.AnyOf("Count", "Milliseconds"));
        Assert.That(metrics, Has.Count.InRange(1, 100));
    }

    private static LogEntry Entry(int status) => new("getImage", "c6af9ac6", null, status, TimeSpan.FromMilliseconds(7), null);

    private static string Write(LogEntry entry)
    {
        using var text = new StringWriter { NewLine = "\n" };
        new LogWriter(text, new FakeTimeProvider(Now), "image-service-getImage").Write(entry);
        return text.ToString();
    }

    private static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException("outer \"quoted\"\nsecond line: <ä>", new TimeoutException("inner"));
        }
        catch (InvalidOperationException exception)
        {
            return exception;
        }
    }
}

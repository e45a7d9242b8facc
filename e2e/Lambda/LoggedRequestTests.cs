using System.Text;
using EmbeddedAws.Host;
using Microsoft.Extensions.Time.Testing;

namespace ImageService.E2E.Lambda;

/// <summary>What the functions log of the requests they answer.</summary>
public sealed class LoggedRequestTests
{
    private DeployedFunctions _functions = null!;

    [SetUp]
    public async Task Deploy() => _functions = await DeployedFunctions.StartAsync();

    [TearDown]
    public async Task Remove() => await _functions.DisposeAsync();

    [Test]
    public async Task Each_request_is_a_line_with_its_operation_and_its_image()
    {
        var uploaded = await _functions.Send("POST", "/images", SampleImages.Png());
        var path = $"/images/{uploaded.Image.Id}";
        await _functions.Send("GET", path);
        await _functions.Send("GET", path, query: ("download", "true"));
        await _functions.Send("GET", path, query: ("download", "url"));
        await _functions.Send("GET", path, query: ("download", "yes"));
        await _functions.Send("HEAD", path);
        await _functions.Send("GET", "/images");
        await _functions.Send("DELETE", path);
        await _functions.Send("GET", "/nothing");

        var lines = _functions.Log.Select(line => $"{line["Operation"]} {line["status"]} {line["imageId"] ?? "-"}");

        var id = uploaded.Image.Id;
        Assert.That(lines, Is.EqualTo([
            $"uploadImage 201 {id}",
            $"getImage 200 {id}",
            $"downloadImage 200 {id}",
            $"getDownloadUrl 200 {id}",
            $"getImage 400 {id}",
            $"getImage 200 {id}",
            "listImages 200 -",
            $"deleteImage 204 {id}",
            "fallback 404 -",
        ]));
    }

    [Test]
    public async Task An_upload_is_logged_with_the_id_of_its_image_from_its_beginning()
    {
        var bytes = SampleImages.Png();
        var description = Encoding.UTF8.GetBytes(LargeUpload.Describe(bytes).ToJsonString());

        var upload = (await _functions.Send("POST", "/uploads", description, "application/json")).Upload;
        await PresignedPut.Send(upload, bytes);
        await _functions.Send("POST", $"/uploads/{upload.Id}/complete");

        var lines = _functions.Log.Select(line => $"{line["Operation"]} {line["status"]} {line["imageId"]}");
        Assert.That(lines, Is.EqualTo([$"createUpload 201 {upload.Id}", $"completeUpload 201 {upload.Id}"]));
    }

    [Test]
    public async Task A_replayed_upload_is_logged_with_the_id_of_the_image_that_is_there()
    {
        var bytes = SampleImages.Png();
        var first = await _functions.Send("POST", "/images", bytes, idempotencyKey: "key-1");
        var second = await _functions.Send("POST", "/images", bytes, idempotencyKey: "key-1");

        var lines = _functions.Log.Select(line => $"{line["Operation"]} {line["status"]} {line["imageId"]}");

        Assert.That(second.Text, Is.EqualTo(first.Text));
        Assert.That(lines, Is.EqualTo([$"uploadImage 201 {first.Image.Id}", $"uploadImage 201 {first.Image.Id}"]));
    }

    [Test]
    public async Task A_line_has_the_request_id_of_the_answer_and_the_time_that_it_took()
    {
        var answer = await _functions.Send("GET", "/images");

        var line = _functions.Log.Single();

        Assert.That((string?)line["requestId"], Is.EqualTo(answer.Header("X-Request-Id")));
        Assert.That((double?)line["Latency"], Is.GreaterThan(0).And.LessThan(30_000));
    }

    [Test]
    public async Task A_failure_is_on_the_line_with_the_image_that_it_was_about()
    {
        _functions.Calls.Inject("TransactWriteItems", new AwsFault.Error(400, "AccessDeniedException"));

        var answer = await _functions.Send("POST", "/images", SampleImages.Png());

        var line = _functions.Log.Single();
        Assert.That(answer, Is.Problem(500, "internal-error"));
        Assert.That((int?)line["Errors"], Is.EqualTo(1));
        Assert.That(Guid.TryParse((string?)line["imageId"], out _), Is.True);
        Assert.That((string?)line["exception"]!["type"], Is.EqualTo("Amazon.DynamoDBv2.AmazonDynamoDBException"));
        Assert.That((string?)line["exception"]!["stack"], Does.Contain("UploadImage.HandleAsync"));
    }

    [TestCase("", "true", "downloadImage")]
    [TestCase("/variant", "false", "renderImage")]
    public async Task A_damaged_image_is_a_metric_of_its_own(string path, string download, string operation)
    {
        var uploaded = await _functions.Send("POST", "/images", SampleImages.Png());
        _functions.Calls.Inject("GetObject", new AwsFault.Error(404, "NoSuchKey"));

        var answer = await _functions.Send("GET", $"/images/{uploaded.Image.Id}{path}", query: ("download", download));

        var line = _functions.Log[^1];
        Assert.That(answer, Is.Problem(500, "image-damaged"));
        Assert.That($"{line["Operation"]} {line["DamagedImages"]} {line["imageId"]}", Is.EqualTo($"{operation} 1 {uploaded.Image.Id}"));
    }

    [Test]
    public async Task An_object_that_could_not_be_deleted_is_on_the_line_of_a_204()
    {
        var uploaded = await _functions.Send("POST", "/images", SampleImages.Png());
        _functions.Calls.Inject("DeleteObject", new AwsFault.Error(403, "AccessDenied"));

        var answer = await _functions.Send("DELETE", $"/images/{uploaded.Image.Id.ToUpperInvariant()}");

        var line = _functions.Log[^1];
        Assert.That(answer, Is.Status(204));
        Assert.That($"{line["Operation"]} {line["status"]} {line["imageId"]} {line["Errors"]}", Is.EqualTo($"deleteImage 204 {uploaded.Image.Id} 0"));
        Assert.That((string?)line["exception"]!["type"], Is.EqualTo("Amazon.S3.AmazonS3Exception"));
    }

    [Test]
    public async Task A_failed_download_is_still_a_download()
    {
        _functions.Calls.Inject("GetItem", new AwsFault.Error(400, "AccessDeniedException"));

        await _functions.Send("GET", $"/images/{Guid.CreateVersion7()}", query: ("download", "true"));

        Assert.That((string?)_functions.Log.Single()["Operation"], Is.EqualTo("downloadImage"));
    }

    [Test]
    public async Task Calls_to_AWS_end_before_the_time_of_the_invocation()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var functions = await DeployedFunctions.StartAsync(time);
        var hold = new AwsFault.Hold();
        functions.Calls.Inject("Query", hold);

        var request = functions.Send("GET", "/images", time: TimeSpan.FromSeconds(1));
        await hold.Reached;
        time.Advance(TimeSpan.FromMilliseconds(500));
        var answer = await request;

        Assert.That(answer, Is.Problem(504, "timeout"));
        Assert.That((double?)functions.Log.Single()["Latency"], Is.EqualTo(500));
        Assert.That(functions.Calls.Count("Query"), Is.EqualTo(1), "The SDK gave up by itself, and tried again.");
    }

    [Test]
    public async Task A_refusal_is_not_logged_as_a_failure_and_tells_nothing_of_what_was_sent()
    {
        var answer = await _functions.Send("GET", "/images/not-an-id-secret");

        var members = _functions.Log.Single().Select(member => member.Key);
        Assert.That(answer, Is.Problem(400, "invalid-image-id"));
        Assert.That(members, Is.EqualTo(["_aws", "Operation", "Requests", "Errors", "Latency", "status", "requestId"]));
    }

    [Test]
    public async Task Secrets_queries_and_file_names_stay_out_of_the_log()
    {
        _functions.Calls.Inject("PutObject", new AwsFault.Error(400, "AccessDenied"), times: 1);
        _functions.Calls.Inject("Query", new AwsFault.Error(400, "ValidationException"), times: 1);
        (string, string)[] query = [("fileName", "holiday-plan.png"), ("owner", "user-17-secret")];

        await _functions.Send("POST", "/images", SampleImages.Png(), query: query);
        await _functions.Send("POST", "/images", SampleImages.Png(), query: query);
        await _functions.Send("GET", "/images", query: query);
        await _functions.Send("GET", "/images", query: ("holiday-plan", "secret"));

        Assert.That(_functions.Log.Select(line => (int)line["status"]!), Is.EqualTo([500, 201, 500, 400]));
        Assert.That(_functions.LogText, Does.Not.Contain("secret").And.Not.Contain("holiday").And.Not.Contain("fileName"));
    }
}

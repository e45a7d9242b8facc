using System.Text;
using System.Text.Json.Nodes;

namespace ImageService.E2E.Contract;

/// <summary>What the recorder lets pass, and what it says of the rest: of real answers, each with one thing changed.</summary>
public sealed class RecorderTests
{
    private readonly Recorder _recorder = new(Description.Published);

    [Test]
    public async Task An_answer_as_it_is_described_is_counted()
    {
        var (path, answer) = await Described();

        _recorder.Take(new Exchange("GET", path, null, answer, TimeSpan.FromMilliseconds(7)));
        _recorder.Take(new Exchange("GET", $"{path}/", "false", answer, TimeSpan.FromMilliseconds(5)));

        Assert.That(_recorder.TallyOf("getImage", 200).Calls, Is.EqualTo(2));
        Assert.That(_recorder.TallyOf("getImage", 200).Slowest, Is.EqualTo(TimeSpan.FromMilliseconds(7)));
        Assert.That(_recorder.Violations, Is.Empty);
    }

    [TestCase("X-Request-Id", null, "the header X-Request-Id is missing")]
    [TestCase("ETag", null, "the header ETag is missing")]
    [TestCase("ETag", "v1", "the header ETag: The string value is not a match")]
    [TestCase("Link", "<?cursor=a>; rel=\"next\"", "the header Link is not described")]
    [TestCase("Cache-Control", "no-store", "the header Cache-Control is not described")]
    [TestCase("Content-Type", "text/html", "the content type is text/html, not application/json")]
    public async Task A_header_that_is_missing_or_more_than_described_is_a_fault(string name, string? value, string fault)
    {
        var (path, answer) = await Described();
        var headers = new Dictionary<string, string>(answer.Headers, StringComparer.OrdinalIgnoreCase);
        headers.Remove(name);
        if (value is not null)
            headers[name] = value;

        AssertFault(new Exchange("GET", path, null, answer with { Headers = headers }, default), fault);
    }

    [TestCase("size", null, "the body: Required properties [\"size\"] are not present")]
    [TestCase("size", "7", "the body at /size: Value is \"string\" but should be \"integer\"")]
    [TestCase("key", "images/1", "the body at /key: It is not described")]
    [TestCase("owner", "", "the body at /owner: Value should be at least 1 characters")]
    public async Task A_member_that_is_missing_or_more_than_described_is_a_fault(string name, string? value, string fault)
    {
        var (path, answer) = await Described();
        var json = answer.Json;
        json.Remove(name);
        if (value is not null)
            json[name] = value;

        AssertFault(new Exchange("GET", path, null, WithBody(answer, json.ToJsonString()), default), fault);
    }

    [TestCase("GET", "", "the body is empty")]
    [TestCase("GET", "<html>", "the body is not JSON")]
    [TestCase("HEAD", "{}", "HEAD is answered with a body")]
    public async Task A_missing_or_unexpected_body_is_a_fault(string method, string body, string fault)
    {
        var (path, answer) = await Described();

        AssertFault(new Exchange(method, path, null, WithBody(answer, body), default), fault);
    }

    [TestCase("GET", "/images/1", null, 204)]
    [TestCase("GET", "/images/1", "url", 206)]
    [TestCase("DELETE", "/images/1", null, 200)]
    [TestCase("GET", "/nothing", null, 200)]
    [TestCase("PUT", "/images", null, 200)]
    public async Task A_status_that_is_not_listed_is_a_fault(string method, string path, string? download, int status)
    {
        var (_, answer) = await Described();

        AssertFault(new Exchange(method, path, download, answer with { Status = status }, default), "it lists ");
    }

    [Test]
    public async Task An_answer_that_was_cut_off_is_not_counted()
    {
        var (path, answer) = await Described();

        _recorder.Take(new Exchange("GET", path, null, answer with { Bytes = answer.Bytes[..10] }, default));

        Assert.That(_recorder.TallyOf("getImage", 200).Calls, Is.Zero);
    }

    [Test]
    public void A_status_that_was_added_to_the_description_is_missed()
    {
        var document = Description.Published.Document.DeepClone();
        document["paths"]!["/images"]!["get"]!["responses"]!["410"] = new JsonObject { ["description"] = "It is never answered." };
        var description = new Description(document);

        var missing = new StatusTable(description, new Recorder(description)).Missing();

        Assert.That(missing, Does.Contain("listImages 410"));
    }

    private static async Task<(string Path, Answer Answer)> Described()
    {
        var image = await Api.UploadImage(SampleImages.Png(), owner: "somebody");
        return ($"/images/{image.Id}", await Api.Get(image.Id));
    }

    private static Answer WithBody(Answer answer, string body)
    {
        var headers = new Dictionary<string, string>(answer.Headers, StringComparer.OrdinalIgnoreCase);
        headers.Remove("Content-Length");
        return answer with { Headers = headers, Bytes = Encoding.UTF8.GetBytes(body) };
    }

    private void AssertFault(Exchange exchange, string fault)
    {
        Assert.That(() => _recorder.Take(exchange), Throws.InstanceOf<AssertionException>().With.Message.Contains(fault));
        Assert.That(_recorder.Violations, Has.Count.EqualTo(1));
    }
}

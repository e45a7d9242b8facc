using ImageService.Handlers.Routing;

namespace ImageService.E2E.Lambda;

/// <summary>Events that are not API Gateway's proxy events: a function was invoked directly.</summary>
public sealed class InvalidEventTests
{
    private DeployedFunctions _functions = null!;

    [SetUp]
    public async Task Deploy() => _functions = await DeployedFunctions.StartAsync();

    [TearDown]
    public async Task Remove() => await _functions.DisposeAsync();

    [TestCase("{}", Description = "nothing")]
    [TestCase("""{ "key1": "value1", "key2": "value2" }""", Description = "the console's test event")]
    [TestCase("""{ "httpMethod": null, "path": null }""")]
    [TestCase("""{ "version": "2.0", "rawPath": "/images", "requestContext": { "http": { "method": "GET" } } }""", Description = "an HTTP API's")]
    [TestCase("""{ "source": "aws.events", "detail": {} }""", Description = "a schedule's")]
    public async Task An_event_without_a_method_is_a_400_with_one_clear_line_in_the_log(string invalidEvent)
    {
        var answer = await _functions.Invoke(Operation.UploadImage, invalidEvent);

        Assert.That(answer, Is.Problem(400, "invalid-event"));
        var line = _functions.Log.Single();
        Assert.That((int?)line["status"], Is.EqualTo(400));
        Assert.That((int?)line["Errors"], Is.Zero);
        Assert.That((string?)line["flaw"], Does.StartWith("The event has no httpMethod: it is not an event of API Gateway's Lambda proxy integration"));
    }

    [Test]
    public async Task Every_function_refuses_an_invalid_event([ValueSource(typeof(RouteTable), nameof(RouteTable.Functions))] Operation operation)
    {
        var answer = await _functions.Invoke(operation, "{}");

        Assert.That(answer, Is.Problem(400, "invalid-event"));
    }

    [TestCase("""{ "httpMethod": "PUT" }""")]
    [TestCase("""{ "httpMethod": "PUT", "path": "" }""")]
    public async Task An_empty_path_is_the_root(string proxyEvent)
    {
        var answer = await _functions.Invoke(Operation.Fallback, proxyEvent);

        Assert.That(answer, Is.Problem(405, "method-not-allowed"));
        Assert.That(answer.Text, Does.Contain("/ has no PUT."));
    }
}

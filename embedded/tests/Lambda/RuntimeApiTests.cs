namespace EmbeddedAws.Tests.Lambda;

/// <summary>The API that the program of a function asks.</summary>
[Platform("Linux")]
public sealed class RuntimeApiTests
{
    private static readonly HttpClient Http = new();
    private static FunctionCloud _cloud = null!;

    [OneTimeSetUp]
    public static async Task Start() => _cloud = await FunctionCloud.StartAsync();

    [OneTimeTearDown]
    public static async Task Stop() => await _cloud.DisposeAsync();

    [TestCase("Origin: null")]
    [TestCase("Origin: http://localhost:3000")]
    [TestCase("Sec-Fetch-Site: cross-site")]
    [TestCase("Sec-Fetch-Site: none")]
    [TestCase("Host: evil.example")]
    public async Task A_page_cannot_take_the_events_of_a_function(string foreign)
    {
        var name = $"guarded-{foreign.Length}";
        await _cloud.CreateAsync(name, BootstrapScript.Package("answer=\"\\\"$AWS_LAMBDA_RUNTIME_API\\\"\""), []);
        var api = new Uri($"http://{(string)(await _cloud.InvokeAsync(name)).Json!}/");
        var (header, value) = (foreign.Split(": ")[0], foreign.Split(": ")[1]);

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(api, "2018-06-01/runtime/invocation/next"));
        request.Headers.TryAddWithoutValidation(header, value);
        using var refused = await Http.SendAsync(request);
        var answer = await _cloud.InvokeAsync(name);

        Assert.That(answer.Text, Is.EqualTo($"\"{api.Authority}\""));
        Assert.That((int)refused.StatusCode, Is.EqualTo(403));
    }

    [Test]
    public async Task A_program_may_end_as_soon_as_it_has_answered()
    {
        const string Answer = @"POST /2018-06-01/runtime/invocation/%s/response HTTP/1.1\r\nHost: %s\r\nContent-Length: 4\r\n\r\ntrue";
        await _cloud.CreateAsync("ending", BootstrapScript.Package($"printf '{Answer}' \"$id\" \"$AWS_LAMBDA_RUNTIME_API\" >&3; read -r line <&3; exit"), []);

        for (var i = 0; i < 20; i++)
            Assert.That((await _cloud.InvokeAsync("ending")).Text, Is.EqualTo("true"));
    }
}

using RestSharp;

namespace ImageService.E2E.Operations;

/// <summary>The CORS preflight: pages may send any header, since upload widgets, tracing and error reporters add their own.</summary>
public sealed class ApiPreflightTests
{
    private const string SomeId = "019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44";
    private const string Known = "Content-Type, Content-Disposition, If-Match, If-None-Match, If-Range, Range, Idempotency-Key";

    [TestCase("images", "GET, HEAD, OPTIONS, POST")]
    [TestCase("images/", "GET, HEAD, OPTIONS, POST")]
    [TestCase($"images/{SomeId}", "DELETE, GET, HEAD, OPTIONS, PATCH")]
    [TestCase("images/not-an-id", "DELETE, GET, HEAD, OPTIONS, PATCH")]
    [TestCase("uploads", "OPTIONS, POST")]
    [TestCase($"uploads/{SomeId}/complete", "OPTIONS, POST")]
    [TestCase("openapi.json", "GET, HEAD, OPTIONS")]
    public async Task A_known_path_names_its_methods_and_how_long_the_answer_holds(string path, string methods)
    {
        var answer = await Ask(path, null);

        Assert.Multiple(() =>
        {
            Assert.That(answer, Is.Status(204));
            Assert.That(answer.Bytes, Is.Empty);
            Assert.That(answer.Header("Allow"), Is.EqualTo(methods));
            Assert.That(answer.Header("Access-Control-Allow-Origin"), Is.EqualTo("*"));
            Assert.That(answer.Header("Access-Control-Allow-Methods"), Is.EqualTo(methods));
            Assert.That(answer.Header("Access-Control-Allow-Headers"), Is.EqualTo(Known));
            Assert.That(answer.Header("Access-Control-Max-Age"), Is.EqualTo("86400"));
        });
    }

    [TestCase("content-type", "content-type")]
    [TestCase("cache-control,x-requested-with", "cache-control, x-requested-with")]
    [TestCase(" traceparent ,, baggage\t, sentry-trace,", "traceparent, baggage, sentry-trace")]
    [TestCase("x-a, X-A, x-a, x-b", "x-a, x-b")]
    [TestCase("authorization", "authorization")]
    [TestCase("!#$%&'*+-.^_`|~09azAZ", "!#$%&'*+-.^_`|~09azAZ")]
    public async Task Every_header_that_is_asked_for_is_allowed(string asked, string allowed)
    {
        var answer = await Ask("images", asked);

        Assert.That(answer, Is.Status(204));
        Assert.That(answer.Header("Access-Control-Allow-Headers"), Is.EqualTo(allowed));
        Assert.That(answer.Header("Vary"), Is.EqualTo("Access-Control-Request-Headers"));
    }

    [TestCase("x-good, <script>alert(1)</script>, \"quoted\", a b, a:b, a;b, (c), x-fine", "x-good, x-fine")]
    [TestCase("*", "*")]
    [TestCase("<>", Known)]
    [TestCase(",,,", Known)]
    [TestCase("", Known)]
    public async Task What_cannot_be_the_name_of_a_header_is_left_out(string asked, string allowed)
    {
        var answer = await Ask("images", asked);

        Assert.That(answer, Is.Status(204));
        Assert.That(answer.Header("Access-Control-Allow-Headers"), Is.EqualTo(allowed));
    }

    [Test]
    public async Task Many_names_are_answered_as_one_is()
    {
        var asked = string.Join(',', Enumerable.Range(0, 1500).Select(i => $"x-{i % 1000}"));

        var answer = await Ask("images", asked);

        Assert.That(answer, Is.Status(204));
        Assert.That(answer.Header("Access-Control-Allow-Headers")!.Split(", "), Is.EqualTo(Enumerable.Range(0, 1000).Select(i => $"x-{i}")));
    }

    [Test]
    public async Task An_unknown_path_has_none()
    {
        var answer = await Ask("nothing", "content-type");

        Assert.That(answer, Is.Problem(404, "path-not-found"));
        Assert.That(answer.Header("Access-Control-Allow-Headers"), Is.Null);
    }

    private static Task<Answer> Ask(string path, string? headers)
    {
        var request = new RestRequest(path, Method.Options).AddHeader("Origin", "http://localhost:3000").AddHeader("Access-Control-Request-Method", "DELETE");
        return Api.Send(headers is null ? request : request.AddHeader("Access-Control-Request-Headers", headers));
    }
}

namespace EmbeddedAws.Tests;

/// <summary>Calls of the services that manage resources that are not signed with a known access key.</summary>
public sealed class ControlSignatureTests
{
    private EmbeddedCloud _cloud = null!;

    [SetUp]
    public async Task StartACloud() => _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());

    [TearDown]
    public async Task StopTheCloud() => await _cloud.DisposeAsync();

    [Test]
    public async Task A_call_with_other_credentials_is_refused([Values("lambda", "iam")] string service)
    {
        var good = await SendAsync(service, new RequestSignature());
        var guess = await SendAsync(service, new RequestSignature { Secret = "guess" });
        var nobody = await SendAsync(service, new RequestSignature { AccessKeyId = "AKIANOBODY" });

        Assert.That(good.Status, Is.EqualTo(200));
        Assert.That(guess, Is.EqualTo((403, "InvalidSignatureException")));
        Assert.That(nobody, Is.EqualTo((403, "UnrecognizedClientException")));
    }

    [TestCase("lambda", -930, 403)]
    [TestCase("lambda", -870, 200)]
    [TestCase("iam", 870, 200)]
    [TestCase("iam", 930, 403)]
    public async Task A_clock_may_be_15_minutes_wrong(string service, int seconds, int status)
    {
        var answer = await SendAsync(service, new RequestSignature { Date = DateTimeOffset.UtcNow.AddSeconds(seconds) });

        Assert.That(answer, Is.EqualTo((status, status == 200 ? "" : "InvalidSignatureException")));
    }

    /// <summary>The status, and which of the codes is in the answer.</summary>
    private async Task<(int Status, string Code)> SendAsync(string service, RequestSignature signature)
    {
        var form = service == "iam" ? "Action=ListRoles&Version=2010-05-08" : "";
        using var answer = await ControlCall.SendAsync(
            _cloud, service, form.Length > 0 ? "POST" : "GET", form.Length > 0 ? "/" : "/2015-03-31/functions", form, "application/x-www-form-urlencoded", signature);
        var text = await answer.Content.ReadAsStringAsync();
        string[] codes = ["InvalidSignatureException", "UnrecognizedClientException"];
        return ((int)answer.StatusCode, codes.SingleOrDefault(code => text.Contains(code, StringComparison.Ordinal) || (answer.Headers.TryGetValues("x-amzn-ErrorType", out var types) && types.Contains(code))) ?? "");
    }
}

namespace EmbeddedAws.Tests;

/// <summary>How large a request of the control plane may be.</summary>
public sealed class ControlLimitTests
{
    [Test]
    public async Task A_request_has_at_most_a_hundred_thousand_values()
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        var zeros = string.Join(',', Enumerable.Repeat(0, 100_000));

        using var answer = await ControlCall.SendAsync(cloud, "lambda", "POST", "/2015-03-31/functions", $$"""{"FunctionName":[{{zeros}}]}""");

        Assert.That((int)answer.StatusCode, Is.EqualTo(400));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("The body has more than 100000 values."));
    }

    [TestCase("scheduler", "/schedules/s", 8 * 1024 * 1024, 413)]
    [TestCase("lambda", "/2015-03-31/functions", 8 * 1024 * 1024, 400, Description = "The code of a function may have more.")]
    public async Task A_body_has_at_most_8_MiB(string service, string path, int length, int status)
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());

        using var answer = await ControlCall.SendAsync(cloud, service, "POST", path, new string(' ', length + 1));

        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
    }
}

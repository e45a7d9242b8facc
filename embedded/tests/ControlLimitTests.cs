using System.Formats.Cbor;
using System.Text;
using EmbeddedAws.Tests.CloudWatch;

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

    [TestCase(100_000, "", Description = "Action counts, too.")]
    [TestCase(20_000, ".b.c.d.e", Description = "So do the structures that a value is in.")]
    public async Task A_form_has_as_many(int count, string path)
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        var members = string.Concat(Enumerable.Range(0, count).Select(number => $"&a{number}{path}="));

        using var answer = await ControlCall.SendAsync(cloud, "iam", "POST", "/", $"Action=ListRoles{members}", "application/x-www-form-urlencoded");

        Assert.That((int)answer.StatusCode, Is.EqualTo(400));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("The body has more than 100000 values."));
    }

    [Test]
    public async Task A_message_in_CBOR_has_as_many()
    {
        var writer = new CborWriter();
        writer.WriteStartMap(1);
        writer.WriteTextString("AlarmNames");
        writer.WriteStartArray(100_000);
        for (var number = 0; number < 100_000; number++)
            writer.WriteBoolean(false);
        writer.WriteEndArray();
        writer.WriteEndMap();

        var answer = await CloudWatchCall.CborAsync("DeleteAlarms", writer.Encode());

        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(Encoding.UTF8.GetString(answer.Cbor), Does.Contain("The body has more than 100000 values."));
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

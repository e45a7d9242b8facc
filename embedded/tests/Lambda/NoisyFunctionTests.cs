using Microsoft.Data.Sqlite;

namespace EmbeddedAws.Tests.Lambda;

/// <summary>Functions that write as fast as they can: in parallel they would starve other tests.</summary>
[Platform("Linux")]
[NonParallelizable]
public sealed class NoisyFunctionTests
{
    [TestCase("yes")]
    [TestCase("yes ''")]
    public async Task An_invocation_ends_while_something_it_has_started_keeps_writing(string program)
    {
        await using var cloud = await FunctionCloud.StartAsync();
        await cloud.CreateAsync("writing", BootstrapScript.Package($"[ -z \"$started\" ] && {program} & started=1"), []);

        var first = await cloud.InvokeAsync("writing");
        var second = await cloud.InvokeAsync("writing");
        var groups = await cloud.Cloud.CallAsync("logs", "DescribeLogGroups", """{"logGroupNamePrefix":"/aws/lambda/writing"}""");

        Assert.That((first.Text, second.Text), Is.EqualTo(("true", "true")));
        Assert.That(groups["logGroups"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Lines_that_come_too_fast_are_dropped_however_short_they_are_and_the_log_says_so()
    {
        var folder = Directory.CreateTempSubdirectory("logs-").FullName;
        await using (var cloud = await FunctionCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = folder }))
        {
            await cloud.CreateAsync("blank", BootstrapScript.Package("yes '' | head -n $event"), []);
            await cloud.InvokeAsync("blank", "1");
            await cloud.Cloud.CallAsync("logs", "DescribeLogGroups", "{}");

            await using (var disk = new SqliteConnection($"Data Source={Path.Combine(folder, "logs.db")}"))
            {
                await disk.OpenAsync();
                await using var slow = disk.BeginTransaction();
                await cloud.InvokeAsync("blank", "400000");
            }

            var events = await cloud.Cloud.CallAsync("logs", "FilterLogEvents", """{"logGroupName":"/aws/lambda/blank","filterPattern":"dropped"}""");
            Assert.That((string?)events["events"]!.AsArray().LastOrDefault()?["message"], Does.Match("The embedded cloud dropped [0-9]+ lines here"));
        }

        Directory.Delete(folder, recursive: true);
    }
}

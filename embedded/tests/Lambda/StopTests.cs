namespace EmbeddedAws.Tests.Lambda;

/// <summary>A cloud that stops ends what runs in it.</summary>
[Platform("Linux")]
public sealed class StopTests
{
    private static readonly (string, string) NobodyWaits = ("X-Amz-Invocation-Type", "Event");

    [Test]
    public async Task A_function_that_hangs_in_code_it_has_no_more_is_ended()
    {
        using var place = new MeetingPlace();
        var cloud = await FunctionCloud.StartAsync();
        await cloud.CreateAsync("hanging", BootstrapScript.Package(place.Wait("running")), new() { ["Timeout"] = 900 });
        await cloud.InvokeAsync("hanging", "{}", NobodyWaits);
        await place.ReachedAsync("running");
        await cloud.CallAsync("UpdateFunctionCode", "hanging", ("ZipFile", Convert.ToBase64String(BootstrapScript.Package(""))));

        var stopping = cloud.DisposeAsync().AsTask();

        Assert.That(() => stopping.IsCompletedSuccessfully, Is.True.After(60_000, 20));
    }

    [Test]
    public async Task A_function_that_hangs_before_its_first_invocation_is_ended()
    {
        using var place = new MeetingPlace();
        var cloud = await FunctionCloud.StartAsync();
        await cloud.CreateAsync("starting", FunctionCloud.Bootstrap($"#!/bin/bash\n{place.Wait("starting")}"), new() { ["Timeout"] = 900 });
        await cloud.InvokeAsync("starting", "{}", NobodyWaits);
        await place.ReachedAsync("starting");

        var stopping = cloud.DisposeAsync().AsTask();

        Assert.That(() => stopping.IsCompletedSuccessfully, Is.True.After(60_000, 20));
    }

    [Test]
    public async Task An_asynchronous_invocation_goes_on_with_the_next_cloud()
    {
        var options = new EmbeddedCloudOptions { DataFolder = Directory.CreateTempSubdirectory("functions-").FullName };
        var (begun, received) = (new TaskCompletionSource(), new TaskCompletionSource<string>());
        await using (var first = await FunctionCloud.StartAsync(options))
        {
            first.Cloud.RunInProcess("later", (_, _, _) =>
            {
                begun.SetResult();
                return new TaskCompletionSource<byte[]>().Task;
            });
            await first.CreateAsync("later", [], []);
            await first.InvokeAsync("later", "[1]", NobodyWaits);
            await begun.Task;
        }

        await using (var second = EmbeddedCloud.Open(options))
        {
            second.RunInProcess("later", (payload, _, _) =>
            {
                received.TrySetResult(System.Text.Encoding.UTF8.GetString(payload));
                return Task.FromResult("{}"u8.ToArray());
            });
            await second.ListenAsync();

            Assert.That(await received.Task.WaitAsync(TimeSpan.FromMinutes(1)), Is.EqualTo("[1]"));
        }

        Directory.Delete(options.DataFolder, recursive: true);
    }
}

using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace EmbeddedAws.Tests.Lambda;

/// <summary>What stays when a cloud stops, and what does not.</summary>
public sealed class FunctionLifeTests
{
    [Test]
    public async Task Functions_are_there_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("functions-").FullName;
        await using (var first = await FunctionCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = folder }))
        {
            await first.CreateAsync("CountAsync");
            await first.CreateAsync("Echo", name: "deleted");
            await first.InvokeAsync("CountAsync");
            await first.CallAsync("DeleteFunction", "deleted");
        }

        await using (var second = await FunctionCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = folder }))
        {
            var answer = await second.InvokeAsync("CountAsync");
            var gone = await second.InvokeAsync("deleted");
            await second.CallAsync("DeleteFunction", "CountAsync");

            Assert.That(((int?)answer.Json[0], gone.Status), Is.EqualTo((1, 404)));
            Assert.That(() => Directory.GetFiles(Path.Combine(folder, "functions"), "*.zip"), Is.Empty.After(60_000, 20));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task Processes_end_with_the_cloud()
    {
        int id;
        await using (var cloud = await FunctionCloud.StartAsync())
        {
            await cloud.CreateAsync("CountAsync");
            id = (int)(await cloud.InvokeAsync("CountAsync")).Json[1]!;
            using var process = Process.GetProcessById(id);
        }

        Assert.That(() => Process.GetProcessById(id), Throws.ArgumentException);
    }

    [Test]
    public async Task A_process_ends_that_has_had_nothing_to_do_for_minutes()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var cloud = await FunctionCloud.StartAsync(new EmbeddedCloudOptions { Time = time });
        // Longer than the clock is moved at first: a process that does not ask for an invocation by then is ended.
        await cloud.CreateAsync("CountAsync", new JsonObject { ["Timeout"] = 900 });
        using var process = Process.GetProcessById((int)(await cloud.InvokeAsync("CountAsync")).Json[1]!);
        time.Advance(TimeSpan.FromMinutes(4));
        var isThere = !process.HasExited;

        bool HasEnded()
        {
            time.Advance(TimeSpan.FromMinutes(2));
            return process.HasExited;
        }

        Assert.That(isThere, Is.True);
        Assert.That(HasEnded, Is.True.After(60_000, 20));
    }

    [Test]
    public async Task An_asynchronous_invocation_waits_until_its_function_may_run()
    {
        var (time, calls) = (new FakeTimeProvider(DateTimeOffset.UtcNow), new SemaphoreSlim(0));
        await using var cloud = await FunctionCloud.StartAsync(new EmbeddedCloudOptions { Time = time });
        cloud.Cloud.RunInProcess("busy", (_, _, _) =>
        {
            calls.Release();
            return Task.FromResult("{}"u8.ToArray());
        });
        await cloud.CreateAsync("busy", [], []);
        await cloud.Cloud.CallAsync("lambda", "PutFunctionConcurrency", new JsonObject { ["FunctionName"] = "busy", ["ReservedConcurrentExecutions"] = 0 });
        await cloud.InvokeAsync("busy", "{}", ("X-Amz-Invocation-Type", "Event"));

        for (var second = 0; second < 10; second++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await cloud.Cloud.CallAsync("lambda", "PutFunctionConcurrency", new JsonObject { ["FunctionName"] = "busy", ["ReservedConcurrentExecutions"] = 0 });
        }

        await cloud.Cloud.CallAsync("lambda", "DeleteFunctionConcurrency", new JsonObject { ["FunctionName"] = "busy" });

        // Sooner than one that has failed is tried again.
        var before = time.GetUtcNow();
        bool HasRun()
        {
            if (time.GetUtcNow() < before.AddSeconds(45))
                time.Advance(TimeSpan.FromSeconds(1));
            return calls.Wait(0);
        }

        Assert.That(HasRun, Is.True.After(20_000, 50));
    }

    [Test]
    public async Task An_asynchronous_invocation_that_fails_is_tried_three_times()
    {
        var (time, calls) = (new FakeTimeProvider(DateTimeOffset.UtcNow), new SemaphoreSlim(0));
        await using var cloud = await FunctionCloud.StartAsync(new EmbeddedCloudOptions { Time = time });
        cloud.Cloud.RunInProcess("failing", (_, _, _) =>
        {
            calls.Release();
            throw new InvalidOperationException("No.");
        });
        await cloud.CreateAsync("failing", [], []);

        await cloud.InvokeAsync("failing", "{}", ("X-Amz-Invocation-Type", "Event"));

        for (var i = 0; i < 3; i++)
        {
            while (!await calls.WaitAsync(TimeSpan.FromMilliseconds(20)))
                time.Advance(TimeSpan.FromSeconds(30));
        }

        time.Advance(TimeSpan.FromMinutes(10));
        Assert.That(calls.CurrentCount, Is.Zero);
    }
}

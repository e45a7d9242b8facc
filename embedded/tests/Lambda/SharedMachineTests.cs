using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace EmbeddedAws.Tests.Lambda;

/// <summary>Functions that have to share what the machine takes.</summary>
[Platform("Linux")]
public sealed class SharedMachineTests
{
    /// <summary>As many processes as the cloud lets run at once.</summary>
    private static readonly int Most = Math.Max(16, 8 * Environment.ProcessorCount);

    /// <summary>So short that the clock stays below the functions' timeout of 900 s for as long as a test waits.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(0.1);

    [Test]
    public async Task Processes_with_nothing_to_do_make_room_for_those_of_another_function()
    {
        using var place = new MeetingPlace();
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var cloud = await FunctionCloud.StartAsync(new EmbeddedCloudOptions { Time = time });
        await cloud.CreateAsync("first", BootstrapScript.Package(place.Wait("first")), new JsonObject { ["Timeout"] = 900 });
        await cloud.CreateAsync("second", BootstrapScript.Package(place.Wait("second")), new JsonObject { ["Timeout"] = 900 });
        var first = Enumerable.Range(0, Most).Select(_ => cloud.InvokeAsync("first")).ToList();
        await place.ReachedAsync("first", Most, meanwhile: () => AssertNoneHasEnded(first));
        place.GoOn("first");
        await Task.WhenAll(first);

        var second = Enumerable.Range(0, 4).Select(_ => cloud.InvokeAsync("second")).ToList();
        // A process has nothing to do once it asks for an invocation, which may be after its answer has come.
        await place.ReachedAsync("second", 4, meanwhile: () => Advance(time, second));
        place.GoOn("second");

        Assert.That((await Task.WhenAll(second)).Select(answer => answer.Text), Is.All.EqualTo("true"));
    }

    [Test]
    public async Task Functions_that_never_start_keep_no_other_from_starting()
    {
        using var place = new MeetingPlace();
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var cloud = await FunctionCloud.StartAsync(new EmbeddedCloudOptions { Time = time });
        await cloud.CreateAsync("other", BootstrapScript.Package(""), []);
        var hanging = Enumerable.Range(0, 2 * Environment.ProcessorCount).Select(number => $"hanging-{number}").ToList();
        foreach (var name in hanging)
        {
            await cloud.CreateAsync(name, FunctionCloud.Bootstrap($"#!/bin/bash\n{place.Wait("started")}"), new JsonObject { ["Timeout"] = 900 });
            _ = cloud.InvokeAsync(name);
        }

        await place.ReachedAsync("started", hanging.Count);
        time.Advance(TimeSpan.FromSeconds(11));
        var answer = await cloud.InvokeAsync("other");

        Assert.That((answer.Status, answer.Text), Is.EqualTo((200, "true")));
    }

    [Test]
    public async Task A_function_keeps_its_last_process_when_another_needs_more()
    {
        using var place = new MeetingPlace();
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var cloud = await FunctionCloud.StartAsync(new EmbeddedCloudOptions { Time = time });
        await cloud.CreateAsync("lone", BootstrapScript.Package("answer=$$"), new JsonObject { ["Timeout"] = 900 });
        await cloud.CreateAsync("first", BootstrapScript.Package(place.Wait("first")), new JsonObject { ["Timeout"] = 900 });
        await cloud.CreateAsync("second", BootstrapScript.Package(place.Wait("second")), new JsonObject { ["Timeout"] = 900 });
        var process = await cloud.InvokeAsync("lone");
        var first = Enumerable.Range(1, Most - 1).Select(_ => cloud.InvokeAsync("first")).ToList();
        await place.ReachedAsync("first", Most - 1, meanwhile: () => AssertNoneHasEnded(first));
        place.GoOn("first");
        await Task.WhenAll(first);

        var second = Enumerable.Range(0, 4).Select(_ => cloud.InvokeAsync("second")).ToList();
        await place.ReachedAsync("second", 4, meanwhile: () => Advance(time, second));
        place.GoOn("second");
        await Task.WhenAll(second);

        Assert.That((await cloud.InvokeAsync("lone")).Text, Is.EqualTo(process.Text));
    }

    /// <summary>Lets some time pass, in which no invocation ends.</summary>
    private static void Advance(FakeTimeProvider time, IEnumerable<Task<ServiceAnswer>> invocations)
    {
        AssertNoneHasEnded(invocations);
        time.Advance(Step);
    }

    /// <summary>One that ends before it may go on has failed, and the others wait in vain.</summary>
    private static void AssertNoneHasEnded(IEnumerable<Task<ServiceAnswer>> invocations) =>
        Assert.That(invocations.Where(invocation => invocation.IsCompletedSuccessfully).Select(invocation => invocation.Result.Text), Is.Empty);
}

using ImageService.E2E.Clouds;
using ImageService.E2E.Contract;
using ImageService.Local;

namespace ImageService.E2E.Failures;

/// <summary>What every operation may answer, whatever it does.</summary>
[NotOnLocalStack("Its functions cannot be made to fail or to crash.")]
public sealed class EveryOperationTests
{
    [Test]
    public void Every_operation_that_is_described_is_here()
    {
        Assert.That(OperationCall.All.Select(call => call.Operation), Is.EquivalentTo(Description.Published.Rows.Select(operation => operation.Name)));
    }

    [TestCaseSource(typeof(OperationCall), nameof(OperationCall.All))]
    public async Task An_unexpected_failure_is_a_500_that_tells_nothing(OperationCall call)
    {
        var clock = new BreakableClock();
        await using var cloud = await Embedded.StartAsync(apiOptions: new ServiceDeploymentOptions { Time = clock });
        clock.Breakage = Breakage.InsideTheOperation;

        var answer = await call.SendTo(cloud.Api);

        Assert.That(answer, Is.Problem(500, "internal-error"));
        Assert.That(answer.Text, Does.Not.Contain("secret"));
    }

    [TestCaseSource(typeof(OperationCall), nameof(OperationCall.All))]
    public async Task A_function_that_crashes_is_a_502_of_the_gateway(OperationCall call)
    {
        var clock = new BreakableClock();
        await using var errors = new StringWriter();
        await using var cloud = await Embedded.StartAsync(new() { ErrorLog = TextWriter.Synchronized(errors) }, new ServiceDeploymentOptions { Time = clock });
        clock.Breakage = Breakage.BeforeTheOperation;

        var answer = await call.SendTo(cloud.Api);

        Assert.That(answer, Is.Status(502));
        Assert.That((string?)answer.Json["code"], Is.EqualTo("bad-gateway"));
        Assert.That(answer.Text, Does.Not.Contain("secret"));
        Assert.That(errors.ToString(), Does.Contain((string)answer.Json["requestId"]!).And.Contain("secret"));
    }
}

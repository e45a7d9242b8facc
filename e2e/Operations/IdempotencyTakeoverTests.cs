using EmbeddedAws;
using EmbeddedAws.Host;
using ImageService.Handlers;
using ImageService.Handlers.Http;
using ImageService.Handlers.Routing;
using ImageService.Handlers.Storage;
using ImageService.Local;
using Microsoft.Extensions.Time.Testing;

namespace ImageService.E2E.Operations;

/// <summary>
/// An attempt that ends after another took over. A function does not live as long as its lease, so one of the two has a clock that
/// is wrong.
/// </summary>
public sealed class IdempotencyTakeoverTests
{
    private readonly byte[] _image = SampleImages.Png();
    private EmbeddedCloud _cloud = null!;
    private ServiceDeployment _deployed = null!;
    private AwsAccess _clients = null!;

    [SetUp]
    public async Task Start()
    {
        _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        _deployed = await ServiceDeployment.DeployAsync(_cloud);
        _clients = new AwsAccess(ServiceDeployment.SettingsFor(_cloud), ServiceDeployment.Credentials, TimeProvider.System);
    }

    [TearDown]
    public async Task Stop()
    {
        await _cloud.DisposeAsync();
        _deployed.Dispose();
        _clients.Dispose();
    }

    [Test]
    public async Task A_late_attempt_answers_the_image_that_the_other_made()
    {
        var hold = new AwsFault.Hold();
        _cloud.Calls.Inject("TransactWriteItems", hold, times: 1);

        var slow = Upload(TimeProvider.System);
        await hold.Reached;
        var quick = await Upload(new FakeTimeProvider(DateTimeOffset.UtcNow.AddSeconds(31)));
        hold.Release();

        Assert.That(quick, Is.Status(201));
        Assert.That(quick.Header("Idempotency-Replayed"), Is.Null);
        Assert.That(await slow, Is.Status(201));
        Assert.That((await slow).Header("Idempotency-Replayed"), Is.EqualTo("true"));
        Assert.That((await slow).Text, Is.EqualTo(quick.Text));
    }

    [Test]
    public async Task A_late_attempt_makes_nothing_while_the_other_is_under_way()
    {
        var (hold, other) = (new AwsFault.Hold(), new AwsFault.Hold());
        _cloud.Calls.Inject("TransactWriteItems", hold, times: 1);
        _cloud.Calls.Inject("TransactWriteItems", other, call: 2, times: 1);

        var slow = Upload(TimeProvider.System);
        await hold.Reached;
        var quick = Upload(new FakeTimeProvider(DateTimeOffset.UtcNow.AddSeconds(31)));
        await other.Reached;
        hold.Release();
        var late = await slow;
        other.Release();

        Assert.That(late, Is.Problem(409, "idempotency-key-in-use"));
        Assert.That(int.Parse(late.Header("Retry-After")!, null), Is.InRange(31, 61));
        Assert.That(await quick, Is.Status(201));
    }

    private async Task<Answer> Upload(TimeProvider time)
    {
        var functions = new ImageApi(ServiceDeployment.SettingsFor(_cloud), _clients, time, _ => { });
        var response = await functions.InvokeAsync(Operation.UploadImage, new Request
        {
            Method = "POST",
            Path = "/images",
            Headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase)
            {
                ["Content-Type"] = ["image/png"],
                ["Idempotency-Key"] = ["key-1"],
            },
            Body = _image,
            Id = "test",
            RemainingTime = TimeSpan.FromSeconds(28),
        });
        return new Answer(response.Status, response.Headers, response.Body.ToArray());
    }
}

using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Logs.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html</summary>
internal sealed class PutRetentionPolicy(LogStore logs) : GroupOperation(logs)
{
    private static readonly int[] Known = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = NameIn(request);
        var days = request.Number("retentionInDays");
        request.Finish();
        if (days is not { } known || !Known.Contains(known))
            throw request.Invalid($"Value '{days}' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [{string.Join(", ", Known)}]");
        await Logs.ChangeAsync(name, group => group with { RetentionInDays = days });
        return ControlAnswer.Nothing;
    }
}

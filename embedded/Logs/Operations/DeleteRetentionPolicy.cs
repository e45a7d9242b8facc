using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Logs.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteRetentionPolicy.html</summary>
internal sealed class DeleteRetentionPolicy(LogStore logs) : GroupOperation(logs)
{
    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = NameIn(request);
        request.Finish();
        await Logs.ChangeAsync(name, group => group with { RetentionInDays = null });
        return ControlAnswer.Nothing;
    }
}

using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Logs.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogGroup.html</summary>
internal sealed class DeleteLogGroup(LogStore logs) : GroupOperation(logs)
{
    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = NameIn(request);
        request.Finish();
        await Logs.Flush();
        await Logs.DeleteAsync(name);
        return ControlAnswer.Nothing;
    }
}

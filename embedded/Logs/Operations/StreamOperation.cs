using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Logs.Operations;

/// <summary>An operation on one stream of a log group.</summary>
/// <param name="logs">The logs.</param>
internal abstract class StreamOperation(LogStore logs) : GroupOperation(logs)
{
    public override string ResourceOf(ControlRequest request) => $"{base.ResourceOf(request)}:log-stream:{request.RequiredText("logStreamName")}";
}

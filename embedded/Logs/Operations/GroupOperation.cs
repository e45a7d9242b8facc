using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Logs.Operations;

/// <summary>An operation on one log group.</summary>
/// <param name="logs">The logs.</param>
internal abstract class GroupOperation(LogStore logs) : IControlOperation
{
    protected LogStore Logs => logs;

    public virtual string ResourceOf(ControlRequest request) => LogGroup.ArnOf(NameIn(request));

    public abstract Task<ControlAnswer> RunAsync(ControlRequest request);

    /// <summary>The name of the group of a request.</summary>
    protected static string NameIn(ControlRequest request) =>
        LogGroup.NameOf(request.Text("logGroupIdentifier") is { Length: > 0 } identifier ? identifier : request.RequiredText("logGroupName"));
}

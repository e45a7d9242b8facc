using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Logs.Operations;

/// <summary>An operation on the tags of a log group, which it names by its ARN.</summary>
/// <param name="logs">The logs.</param>
internal abstract class TagOperation(LogStore logs) : IControlOperation
{
    protected LogStore Logs => logs;

    public string ResourceOf(ControlRequest request) => LogGroup.ArnOf(NameOf(request));

    public abstract Task<ControlAnswer> RunAsync(ControlRequest request);

    protected static string NameOf(ControlRequest request) => LogGroup.NameOf(request.RequiredText("resourceArn"));
}

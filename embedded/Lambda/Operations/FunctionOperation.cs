using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Lambda.Code;

namespace EmbeddedAws.Lambda.Operations;

/// <summary>An operation on one function.</summary>
/// <param name="functions">The functions.</param>
internal abstract class FunctionOperation(Functions functions) : IControlOperation
{
    protected Functions Functions => functions;

    public virtual string ResourceOf(ControlRequest request) => FunctionConfiguration.ArnOf(FunctionReference.NameOf(request.RequiredText("FunctionName")));

    public virtual PassedRole? PassedRole(ControlRequest request) => null;

    public abstract Task<ControlAnswer> RunAsync(ControlRequest request);

    /// <summary>Changes the function of a request, which must be there.</summary>
    protected async Task<FunctionConfiguration> ChangeAsync(string name, Func<FunctionConfiguration, FunctionConfiguration> change, FunctionCode? code = null) =>
        (await functions.ChangeAsync(name, code, before => change(before ?? throw FunctionReference.NotFound(name))))!;

    /// <summary>Refuses a change of a function that is not the one that the caller has seen.</summary>
    protected static void CheckRevision(string? wanted, string revisionId)
    {
        if (wanted is { Length: > 0 } && wanted != revisionId)
            throw new AwsException(412, "PreconditionFailedException", "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id");
    }

    protected static ControlAnswer Configuration(FunctionConfiguration function) => ConfigurationAnswer.Of(function);

    protected static JsonObject Map(IReadOnlyDictionary<string, string> texts) => ConfigurationAnswer.Map(texts);
}

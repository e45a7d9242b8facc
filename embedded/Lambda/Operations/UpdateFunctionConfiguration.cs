using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam;

namespace EmbeddedAws.Lambda.Operations;

/// <summary>https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html</summary>
internal sealed class UpdateFunctionConfiguration(Functions functions, IamService iam, TimeProvider time) : FunctionOperation(functions)
{
    public override PassedRole? PassedRole(ControlRequest request) => FunctionReader.PassedRole(request);

    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = FunctionReference.Read(request);
        var revision = request.Text("RevisionId");
        var reader = new FunctionReader(iam);
        reader.Read(request, Functions.Get(name));
        request.Finish();
        return Configuration(await ChangeAsync(name, before =>
        {
            CheckRevision(revision, before.RevisionId);
            return reader.Read(request, before) with { LastModified = time.GetUtcNow(), RevisionId = Guid.NewGuid().ToString() };
        }));
    }
}

using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam;
using EmbeddedAws.Lambda.Code;

namespace EmbeddedAws.Lambda.Operations;

/// <summary>https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html</summary>
internal sealed class CreateFunction(Functions functions, IamService iam, TimeProvider time) : FunctionOperation(functions)
{
    public override PassedRole? PassedRole(ControlRequest request) => FunctionReader.PassedRole(request);

    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = FunctionReference.Read(request);
        var code = FunctionCode.Read(request, request.Structure("Code") ?? [], Functions.RunsInProcess(name));
        var function = new FunctionReader(iam).Read(request, new FunctionConfiguration
        {
            FunctionName = name,
            Role = request.RequiredText("Role"),
            Runtime = request.RequiredText("Runtime"),
            CodeSha256 = code.Sha256,
            CodeSize = code.Zip.Length,
            Architecture = FunctionReader.Architecture(request, "x86_64"),
            LoggingConfig = new LoggingConfig($"/aws/lambda/{name}"),
            LastModified = time.GetUtcNow(),
            Tags = request.Texts("Tags"),
        });
        if (request.Text("PackageType") is { Length: > 0 } type && type != "Zip")
            throw new AwsException(400, "InvalidParameterValueException", $"The embedded cloud supports the PackageType Zip only, not {type}.");
        if (request.Boolean("Publish") == true)
            throw new AwsException(400, "InvalidParameterValueException", "The embedded cloud publishes no versions: leave Publish out.");
        request.Finish();
        return Configuration((await Functions.ChangeAsync(
            name, code, before => before is null ? function : throw new AwsException(409, "ResourceConflictException", $"Function already exist: {name}")))!);
    }
}

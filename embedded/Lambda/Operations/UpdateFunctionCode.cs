using EmbeddedAws.ControlPlane;
using EmbeddedAws.Lambda.Code;

namespace EmbeddedAws.Lambda.Operations;

/// <summary>https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html</summary>
internal sealed class UpdateFunctionCode(Functions functions, TimeProvider time) : FunctionOperation(functions)
{
    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = FunctionReference.Read(request);
        var code = FunctionCode.Read(request, request.Members("ZipFile", "S3Bucket", "S3Key", "S3ObjectVersion", "ImageUri", "SourceKMSKeyArn"), Functions.RunsInProcess(name));
        var (isDryRun, revision) = (request.Boolean("DryRun") == true, request.Text("RevisionId"));
        var architectures = FunctionReader.Architecture(request, "");
        if (request.Boolean("Publish") == true)
            throw new AwsException(400, "InvalidParameterValueException", "The embedded cloud publishes no versions: leave Publish out.");
        request.Finish();
        if (isDryRun)
            return Configuration(Changed(Functions.Get(name)));
        return Configuration(await ChangeAsync(name, Changed, code));

        FunctionConfiguration Changed(FunctionConfiguration before)
        {
            CheckRevision(revision, before.RevisionId);
            return before with
            {
                CodeSha256 = code.Sha256,
                CodeSize = code.Zip.Length,
                Architecture = architectures.Length > 0 ? architectures : before.Architecture,
                LastModified = time.GetUtcNow(),
                RevisionId = Guid.NewGuid().ToString(),
            };
        }
    }
}

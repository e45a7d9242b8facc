using System.Text.RegularExpressions;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Logs.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogStream.html</summary>
internal sealed partial class CreateLogStream(LogStore logs) : StreamOperation(logs)
{
    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (group, stream) = (NameIn(request), request.RequiredText("logStreamName"));
        request.Finish();
        if (!Name().IsMatch(stream))
            throw request.Invalid($"Value '{stream}' at 'logStreamName' failed to satisfy constraint: Member must satisfy regular expression pattern: [^:*]*");
        if (!await Logs.CreateStreamAsync(group, stream))
            throw new AwsException(400, "ResourceAlreadyExistsException", "The specified log stream already exists");
        return ControlAnswer.Nothing;
    }

    [GeneratedRegex(@"\A[^:*]{1,512}\z")]
    private static partial Regex Name();
}

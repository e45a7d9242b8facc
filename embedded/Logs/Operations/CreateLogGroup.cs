using System.Text.RegularExpressions;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Logs.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html</summary>
internal sealed partial class CreateLogGroup(LogStore logs) : GroupOperation(logs)
{
    /// <summary>The group that is made, whatever else the request names.</summary>
    public override string ResourceOf(ControlRequest request) => LogGroup.ArnOf(request.RequiredText("logGroupName"));

    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var group = new LogGroup(request.RequiredText("logGroupName"), DateTimeOffset.FromUnixTimeMilliseconds(Logs.Now))
        {
            KmsKeyId = request.Text("kmsKeyId") is { Length: > 0 } key ? key : null,
            Class = request.Text("logGroupClass") is { Length: > 0 } kind ? kind : "STANDARD",
            Tags = request.Texts("tags"),
        };
        request.Finish();
        if (!Name().IsMatch(group.Name))
            throw request.Invalid($"Value '{group.Name}' at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+");
        if (group.Class is not ("STANDARD" or "INFREQUENT_ACCESS" or "DELIVERY"))
            throw request.Invalid($"Value '{group.Class}' at 'logGroupClass' failed to satisfy constraint: [STANDARD, INFREQUENT_ACCESS, DELIVERY]");
        await Logs.CreateAsync(group);
        return ControlAnswer.Nothing;
    }

    [GeneratedRegex(@"\A[.\-_/#A-Za-z0-9]{1,512}\z")]
    private static partial Regex Name();
}

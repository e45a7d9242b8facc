using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda;

/// <summary>Where a function's log goes: https://docs.aws.amazon.com/lambda/latest/api/API_LoggingConfig.html.</summary>
/// <param name="LogGroup">The log group.</param>
internal sealed record LoggingConfig(string LogGroup)
{
    public static LoggingConfig Read(ControlRequest request, string functionName, LoggingConfig? before)
    {
        var standard = before ?? new LoggingConfig($"/aws/lambda/{functionName}");
        if (request.Structure("LoggingConfig") is not { } structure)
            return standard;
        var members = request.Within("LoggingConfig", structure);
        if (members.Text("LogFormat") is { } format && format != "Text")
            throw request.Invalid($"The embedded cloud supports the LogFormat Text only, not {format}.");
        if (structure.FirstOrDefault(member => member.Key is not ("LogFormat" or "LogGroup") && member.Value is not null) is { Key: { } other })
            throw request.Invalid($"{other} is not valid where the LogFormat is Text.");
        return members.Text(nameof(LogGroup)) is { } group ? new LoggingConfig(group) : standard;
    }

    public JsonObject Write() => new() { ["LogFormat"] = "Text", [nameof(LogGroup)] = LogGroup };
}

using System.Globalization;
using System.Text.Json.Nodes;

namespace EmbeddedAws.Lambda;

/// <summary>A function as answers show it: https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html.</summary>
internal static class ConfigurationAnswer
{
    /// <summary>A function. There is nothing to wait for: it can be invoked at once.</summary>
    public static JsonObject Of(FunctionConfiguration function)
    {
        var answer = new JsonObject
        {
            ["FunctionName"] = function.FunctionName,
            ["FunctionArn"] = function.Arn,
            ["Runtime"] = function.Runtime,
            ["Role"] = function.Role,
            ["Handler"] = function.Handler,
            ["CodeSize"] = function.CodeSize,
            ["Description"] = function.Description,
            ["Timeout"] = function.Timeout,
            ["MemorySize"] = function.MemorySize,
            ["LastModified"] = function.LastModified.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture),
            ["CodeSha256"] = function.CodeSha256,
            ["Version"] = FunctionConfiguration.Latest,
            ["TracingConfig"] = new JsonObject { ["Mode"] = function.TracingMode },
            ["RevisionId"] = function.RevisionId,
            ["State"] = "Active",
            ["LastUpdateStatus"] = "Successful",
            ["PackageType"] = "Zip",
            ["Architectures"] = new JsonArray(function.Architecture),
            ["EphemeralStorage"] = new JsonObject { ["Size"] = function.EphemeralStorage },
            ["SnapStart"] = new JsonObject { ["ApplyOn"] = "None", ["OptimizationStatus"] = "Off" },
            ["LoggingConfig"] = function.LoggingConfig.Write(),
        };
        if (function.Environment.Count > 0)
            answer["Environment"] = new JsonObject { ["Variables"] = Map(function.Environment) };
        if (function.KmsKeyArn is { } key)
            answer["KMSKeyArn"] = key;
        return answer;
    }

    public static JsonObject Map(IReadOnlyDictionary<string, string> texts) => new(texts.Select(text => KeyValuePair.Create(text.Key, (JsonNode?)text.Value)));
}

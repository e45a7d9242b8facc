using System.Text.Json;
using System.Text.Json.Nodes;

namespace ImageService.Bench.ColdStarts;

/// <summary>A request as API Gateway passes it on: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html</summary>
internal static class ProxyEvent
{
    public static byte[] Of(string method, string path, string? id = null, string? body = null) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["resource"] = id is null ? path : path.Replace(id, "{id}", StringComparison.Ordinal),
        ["path"] = path,
        ["httpMethod"] = method,
        ["headers"] = new JsonObject { ["Host"] = "localhost", ["Content-Type"] = "application/json" },
        ["multiValueHeaders"] = new JsonObject { ["Host"] = new JsonArray("localhost"), ["Content-Type"] = new JsonArray("application/json") },
        ["queryStringParameters"] = path.EndsWith("/variant", StringComparison.Ordinal) ? new JsonObject { ["width"] = "32" } : null,
        ["multiValueQueryStringParameters"] = path.EndsWith("/variant", StringComparison.Ordinal) ? new JsonObject { ["width"] = new JsonArray("32") } : null,
        ["pathParameters"] = id is null ? null : new JsonObject { ["id"] = id },
        ["requestContext"] = new JsonObject
        {
            ["domainName"] = "localhost",
            ["path"] = path,
            ["stage"] = "dev",
            ["requestId"] = Guid.NewGuid().ToString(),
            ["identity"] = new JsonObject { ["sourceIp"] = "127.0.0.1" },
        },
        ["body"] = body,
        ["isBase64Encoded"] = false,
    });
}

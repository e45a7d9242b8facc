using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.CloudWatch;

/// <summary>
/// CloudWatch, as far as it keeps alarms and dashboards: no metrics are gathered here, so that no alarm has ever enough data. Older clients send forms, and
/// newer ones JSON or CBOR (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/Welcome.html).
/// </summary>
internal sealed class CloudWatchService(ResourceStore resources, TimeProvider time, ControlAuthentication authentication)
    : QueryService("monitoring", "http://monitoring.amazonaws.com/doc/2010-08-01/", () => CloudWatchOperations.All(resources, time), authentication)
{
    private const string Target = "GraniteServiceVersion20100801.";
    private const string JsonType = "application/x-amz-json-1.0";

    protected override string ActionPrefix => "cloudwatch";

    public override Task RefuseAsync(HttpContext context, int status, string code, string message)
    {
        if (!IsJson(context.Request) && !CborMessage.IsIn(context.Request))
            return base.RefuseAsync(context, status, code, message);
        // The name of an error in the query protocol is not always that of its shape.
        context.Response.Headers["x-amzn-query-error"] = $"{code};{(status < 500 ? "Sender" : "Receiver")}";
        return WriteAsync(context, status, new JsonObject { ["__type"] = code, ["message"] = message });
    }

    protected override string NameIn(HttpRequest request, ReadOnlyMemory<byte> body) =>
        IsJson(request) ? Targeted(request)[Target.Length..] : CborMessage.OperationIn(request) ?? base.NameIn(request, body);

    protected override JsonObject Read(HttpRequest request, string operation, ReadOnlyMemory<byte> body)
    {
        if (IsJson(request))
            return ReadJson(body);
        return CborMessage.IsIn(request) ? CborMessage.Read(body, Limit()) : base.Read(request, operation, body);
    }

    protected override Task WriteAsync(HttpContext context, string operation, ControlAnswer answer) =>
        IsJson(context.Request) || CborMessage.IsIn(context.Request) ? WriteAsync(context, 200, answer.Members ?? []) : base.WriteAsync(context, operation, answer);

    private static Task WriteAsync(HttpContext context, int status, JsonObject members) => CborMessage.IsIn(context.Request)
        ? CborMessage.WriteAsync(context, status, members)
        : ControlJson.WriteAsync(context, status, JsonType, Moments.InSeconds(members));

    private static bool IsJson(HttpRequest request) => Targeted(request).StartsWith(Target, StringComparison.Ordinal);

    private static string Targeted(HttpRequest request) => request.Headers["X-Amz-Target"].ToString();
}

using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace EmbeddedAws.ControlPlane;

/// <summary>A service with REST and JSON: https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html.</summary>
/// <param name="name">The name that requests are signed for: <c>lambda</c>.</param>
/// <param name="invalidCode">The code by which it refuses a request that is not well-formed.</param>
/// <param name="routes">Its operations.</param>
/// <param name="authentication">Verifies signatures.</param>
/// <param name="largestBody">The largest body in bytes; null for the limit of most services.</param>
internal class RestJsonService(string name, string invalidCode, ControlRoutes routes, ControlAuthentication authentication, int? largestBody = null)
    : ControlService(name, invalidCode, authentication)
{
    protected override int LargestBody => largestBody ?? base.LargestBody;

    internal override IReadOnlyList<SupportedOperation> Supported => routes.SupportedBy(Name);

    public override string OperationOf(HttpRequest request) => routes.OperationOf(request);

    public override Task RefuseAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.Headers["x-amzn-ErrorType"] = code;
        return ControlJson.WriteAsync(context, status, "application/json", new JsonObject { ["Type"] = status < 500 ? "User" : "Service", ["message"] = message });
    }

    /// <summary>The route of a request for an operation, and the members in its path.</summary>
    protected (ControlRoute Route, Dictionary<string, string> Members) RouteOf(HttpRequest request) => routes.Match(request)!.Value;

    protected override IControlOperation? Find(string operation) => routes.Named(operation)?.Operation;

    protected override string NameIn(HttpRequest request, ReadOnlyMemory<byte> body) => routes.NameIn(request);

    protected override JsonObject Read(HttpRequest request, string operation, ReadOnlyMemory<byte> body)
    {
        var (route, ofPath) = RouteOf(request);
        var members = route.Operation is IPayloadOperation ? [] : ReadJson(body);
        foreach (var (member, values) in QueryHelpers.ParseQuery(request.QueryString.Value))
            members[member] = values is [var value] ? value : new JsonArray([.. values.Select(value => (JsonNode?)value)]);
        foreach (var (there, member) in route.Names)
        {
            if (members.Remove(there, out var value))
                members[member] = value;
        }

        foreach (var (member, value) in ofPath)
            members[member] = value;
        return members;
    }

    protected override async Task WriteAsync(HttpContext context, string operation, ControlAnswer answer)
    {
        foreach (var (header, value) in answer.Headers)
            context.Response.Headers[header] = value;
        var status = answer.Status ?? routes.Named(operation)!.Status;
        if (answer.Payload is { } payload)
            await ControlJson.WriteAsync(context, status, "application/json", payload);
        else
            await ControlJson.WriteAsync(context, status, "application/json", answer.Members);
    }
}

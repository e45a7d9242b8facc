using System.Text.Json.Nodes;
using EmbeddedAws.Host;
using EmbeddedAws.Iam;
using Microsoft.AspNetCore.WebUtilities;

namespace EmbeddedAws.ControlPlane;

/// <summary>A service with REST and JSON: https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html.</summary>
/// <param name="name">The name that requests are signed for: <c>lambda</c>.</param>
/// <param name="invalidCode">The code by which it refuses a request that is not well-formed.</param>
/// <param name="routes">Its operations; of two that fit a request the first answers.</param>
/// <param name="authentication">Verifies signatures.</param>
/// <param name="iam">Knows the roles.</param>
internal sealed class RestJsonService(string name, string invalidCode, IReadOnlyList<ControlRoute> routes, ControlAuthentication authentication, IamService iam)
    : ControlService(name, invalidCode, authentication, iam)
{
    private const string Unknown = "Unknown";

    public override string OperationOf(HttpRequest request) => Match(request)?.Route.Name ?? Unknown;

    public override Task RefuseAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.Headers["x-amzn-ErrorType"] = code;
        return ControlJson.WriteAsync(context, status, "application/json", new JsonObject { ["Type"] = status < 500 ? "User" : "Service", ["message"] = message });
    }

    protected override IControlOperation? Find(string operation) => routes.FirstOrDefault(route => route.Name == operation)?.Operation;

    protected override string NameIn(HttpRequest request, ReadOnlyMemory<byte> body) => Match(request)?.Route.Name ?? $"{request.Method} {RequestTarget.Of(request).Split('?')[0]}";

    protected override JsonObject Read(HttpRequest request, string operation, ReadOnlyMemory<byte> body)
    {
        var (route, ofPath) = Match(request)!.Value;
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
        var status = answer.Status ?? routes.First(route => route.Name == operation).Status;
        if (answer.Payload is { } payload)
            await ControlJson.WriteAsync(context, status, "application/json", payload);
        else
            await ControlJson.WriteAsync(context, status, "application/json", answer.Members);
    }

    private (ControlRoute Route, Dictionary<string, string> Members)? Match(HttpRequest request)
    {
        var segments = RequestTarget.Of(request).Split('?')[0].TrimEnd('/').Split('/');
        foreach (var route in routes.Where(route => route.Method == request.Method))
        {
            if (route.Match(segments) is { } members)
                return (route, members);
        }

        return null;
    }
}

using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.AspNetCore.WebUtilities;

namespace EmbeddedAws.ControlPlane;

/// <summary>A service that takes forms and answers XML: https://smithy.io/2.0/aws/protocols/aws-query-protocol.html.</summary>
/// <param name="name">The name that requests are signed for: <c>iam</c>.</param>
/// <param name="xmlNamespace">The namespace of its answers.</param>
/// <param name="operations">Makes its operations, which are not needed before the first request.</param>
/// <param name="authentication">Verifies signatures.</param>
internal class QueryService(string name, XNamespace xmlNamespace, Func<IReadOnlyList<IControlOperation>> operations, ControlAuthentication authentication)
    : ControlService(name, "ValidationError", authentication)
{
    private const string Type = "text/xml";

    /// <summary>No member is deeper.</summary>
    private const int LongestPath = 10;

    /// <summary>What every form has in addition to the members.</summary>
    private static readonly string[] Protocol = ["Action", "Version"];

    private readonly Lazy<Dictionary<string, IControlOperation>> _operations = new(() => operations().ToDictionary(operation => operation.GetType().Name));

    /// <summary>The operation is in the body, which is read once the request is let in.</summary>
    public override string OperationOf(HttpRequest request) => Name;

    public override Task RefuseAsync(HttpContext context, int status, string code, string message) => ControlXml.WriteAsync(context, status, Type, new XElement(
        xmlNamespace + "ErrorResponse",
        new XElement(xmlNamespace + "Error", Element("Type", status < 500 ? "Sender" : "Receiver"), Element("Code", code), Element("Message", message)),
        Element("RequestId", Guid.NewGuid().ToString())));

    internal override IReadOnlyList<SupportedOperation> Supported => [.. _operations.Value.Keys.Select(operation => new SupportedOperation(Name, operation))];

    protected override IControlOperation? Find(string operation) => _operations.Value.GetValueOrDefault(operation);

    protected override string NameIn(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        foreach (var pair in new QueryStringEnumerable(Encoding.UTF8.GetString(body.Span)))
        {
            if (pair.DecodeName().Span is "Action")
                return pair.DecodeValue().ToString();
        }

        return "";
    }

    protected override JsonObject Read(HttpRequest request, string operation, ReadOnlyMemory<byte> body)
    {
        var (members, limit) = (new JsonObject(), Limit());
        limit.Add(body.Span.Count((byte)'&') + 1);
        foreach (var (name, value) in QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Span)).Where(pair => !Protocol.Contains(pair.Key)))
        {
            var path = name.Split('.', LongestPath);
            // A value of its own is counted above; the structures that it is in may be as many as the path is long.
            limit.Add(path.Length - 1);
            FormMembers.Add(members, path, value.ToString());
        }

        return members;
    }

    protected override Task WriteAsync(HttpContext context, string operation, ControlAnswer answer) => ControlXml.WriteAsync(context, answer.Status ?? 200, Type, new XElement(
        xmlNamespace + $"{operation}Response",
        answer.Members is { } members ? new XElement(xmlNamespace + $"{operation}Result", members.Select(member => Element(member.Key, member.Value))) : null,
        new XElement(xmlNamespace + "ResponseMetadata", Element("RequestId", Guid.NewGuid().ToString()))));

    private XElement? Element(string member, JsonNode? value) => value switch
    {
        null => null,
        JsonObject structure => new XElement(xmlNamespace + member, structure.Select(inner => Element(inner.Key, inner.Value))),
        JsonArray list => new XElement(xmlNamespace + member, list.Select(item => Element("member", item))),
        _ => new XElement(xmlNamespace + member, value.AsValue().TryGetValue(out string? text) ? ControlXml.Text(text) : value.ToJsonString().Trim('"')),
    };
}

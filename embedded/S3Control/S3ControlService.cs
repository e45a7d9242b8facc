using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Host;
using EmbeddedAws.S3;
using Microsoft.AspNetCore.WebUtilities;

namespace EmbeddedAws.S3Control;

/// <summary>
/// S3 Control, as far as it is about the tags of buckets: https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_AWS_S3_Control.html. Its requests
/// are signed for S3.
/// </summary>
internal sealed class S3ControlService(BucketTags tags, ControlAuthentication authentication)
    : ControlService(RequestedService.S3Control, "InvalidRequest", authentication)
{
    private const string Tags = "/v20180820/tags/{resourceArn+}";

    private static readonly XNamespace Namespace = "http://awss3control.amazonaws.com/doc/2018-08-20/";

    private readonly ControlRoutes _routes = new(() =>
    [
        new("GET", Tags, 200, new ListTagsForResource(tags)),
        new("POST", Tags, 204, new TagResource(tags)),
        new("DELETE", Tags, 204, new UntagResource(tags)),
    ]);

    protected override int LargestBody => XmlDocuments.LongestConfiguration;

    protected override string SigningName => RequestedService.S3;

    protected override string ActionPrefix => RequestedService.S3;

    public override string OperationOf(HttpRequest request) => _routes.OperationOf(request);

    public override Task RefuseAsync(HttpContext context, int status, string code, string message) => WriteAsync(context, status, new XElement(
        "ErrorResponse",
        new XElement("Error", new XElement("Code", code), new XElement("Message", ControlXml.Text(message))),
        new XElement("RequestId", Guid.NewGuid())));

    internal override IReadOnlyList<SupportedOperation> Supported => _routes.SupportedBy(SigningName);

    protected override IControlOperation? Find(string operation) => _routes.Named(operation)?.Operation;

    protected override string NameIn(HttpRequest request, ReadOnlyMemory<byte> body) => _routes.NameIn(request);

    protected override JsonObject Read(HttpRequest request, string operation, ReadOnlyMemory<byte> body)
    {
        var members = new JsonObject();
        foreach (var (member, value) in _routes.Match(request)!.Value.Members)
            members[member] = value;
        foreach (var (member, values) in QueryHelpers.ParseQuery(request.QueryString.Value))
            members[member] = new JsonArray([.. values.Select(value => (JsonNode?)value)]);
        foreach (var element in Document(body)?.Elements() ?? [])
        {
            if (!members.TryAdd(element.Name.LocalName, new JsonArray([.. element.Elements().Select(Structure)])))
                throw Malformed();
        }

        return members;
    }

    protected override Task WriteAsync(HttpContext context, string operation, ControlAnswer answer)
    {
        var status = _routes.Named(operation)!.Status;
        return WriteAsync(context, status, answer.Members is { } members ? new XElement(Namespace + $"{operation}Result", members.Select(member => List(member.Key, member.Value!.AsArray()))) : null);
    }

    private static JsonNode Structure(XElement element)
    {
        var members = new JsonObject();
        foreach (var member in element.Elements())
        {
            if (member.HasElements || !members.TryAdd(member.Name.LocalName, member.Value))
                throw Malformed();
        }

        return members;
    }

    /// <summary>A list, whose items have its name without the s.</summary>
    private static XElement List(string name, JsonArray items) => new(Namespace + name, items.Select(item => new XElement(
        Namespace + name[..^1], item!.AsObject().Select(member => new XElement(Namespace + member.Key, (string?)member.Value)))));

    private static Task WriteAsync(HttpContext context, int status, XElement? root)
    {
        if (root is not null)
            return ControlXml.WriteAsync(context, status, "application/xml", root);
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static XElement? Document(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
            return null;
        try
        {
            return XmlDocuments.Load(body.ToArray());
        }
        catch (XmlException)
        {
            throw Malformed();
        }
    }

    private static AwsException Malformed() => new(400, "MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");
}

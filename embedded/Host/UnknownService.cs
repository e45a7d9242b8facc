using System.Text.Json;
using System.Xml.Linq;

namespace EmbeddedAws.Host;

/// <summary>Refuses requests for what this cloud does not have, by name, in the format that the client of the service reads.</summary>
internal static class UnknownService
{
    private const string Code = "UnknownService";

    /// <summary>Refuses a request for another service.</summary>
    public static Task RefuseAsync(HttpContext context, string service, IReadOnlyList<string> services) => service == RequestedService.ExecuteApi
        ? WriteJsonAsync(context, 404, "NotFoundException", "There is no API at this path. APIs are at /restapis/{id}/{stage}/_user_request_/{path} and at /_aws/execute-api/{id}/{stage}/{path}. A request that manages APIs is signed for apigateway.")
        : WriteAsync(context, $"This cloud has {string.Join(", ", services.SkipLast(1))} and {services[^1]}; the request is for {service}.", service);

    private static Task WriteAsync(HttpContext context, string message, string service) =>
        service == RequestedService.Lambda || context.Request.Headers.ContainsKey("X-Amz-Target")
            ? WriteJsonAsync(context, 400, Code, message)
            : WriteXmlAsync(context, message);

    private static Task WriteJsonAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.Headers["x-amzn-ErrorType"] = code;
        return WriteAsync(context, status, "application/json", JsonSerializer.Serialize(new Dictionary<string, string> { ["__type"] = code, ["message"] = message }));
    }

    /// <summary>The error of the query protocol: https://smithy.io/2.0/aws/protocols/aws-query-protocol.html</summary>
    private static Task WriteXmlAsync(HttpContext context, string message) => WriteAsync(context, 400, "text/xml", new XElement(
        "ErrorResponse",
        new XElement("Error", new XElement("Type", "Sender"), new XElement("Code", Code), new XElement("Message", message)),
        new XElement("RequestId", Guid.NewGuid())).ToString(SaveOptions.DisableFormatting));

    private static Task WriteAsync(HttpContext context, int status, string type, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body, context.RequestAborted);
    }
}

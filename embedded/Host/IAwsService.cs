namespace EmbeddedAws.Host;

/// <summary>One AWS service of the embedded cloud, as the dispatcher sees it.</summary>
internal interface IAwsService
{
    /// <summary>The name in the health report and the log: <c>s3</c>, <c>dynamodb</c>.</summary>
    string Name { get; }

    /// <summary>The operation that a request names, whether it is supported or not: <c>PutObject</c>, <c>Query</c>.</summary>
    string OperationOf(HttpRequest request);

    /// <summary>Answers a request; what the service does not support it refuses by name.</summary>
    Task HandleAsync(HttpContext context, string operation);

    /// <summary>Answers 403 in the service's own format, without reading the request and without the CORS headers by which a page could read the answer.</summary>
    Task ForbidAsync(HttpContext context, string message);

    /// <summary>Answers with an error in the service's own format.</summary>
    Task RefuseAsync(HttpContext context, int status, string code, string message);
}

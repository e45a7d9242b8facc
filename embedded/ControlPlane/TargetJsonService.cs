using System.Text.Json.Nodes;

namespace EmbeddedAws.ControlPlane;

/// <summary>A service whose operation is in a header: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html.</summary>
/// <param name="name">The name that requests are signed for: <c>logs</c>.</param>
/// <param name="target">What is before the operation in <c>X-Amz-Target</c>: <c>Logs_20140328</c>.</param>
/// <param name="invalidCode">The code by which it refuses a request that is not well-formed.</param>
/// <param name="operations">Makes its operations, which are not needed before the first request.</param>
/// <param name="authentication">Verifies signatures.</param>
internal sealed class TargetJsonService(
    string name, string target, string invalidCode, Func<IReadOnlyList<IControlOperation>> operations, ControlAuthentication authentication)
    : ControlService(name, invalidCode, authentication)
{
    private const string Type = "application/x-amz-json-1.1";
    private const string Unknown = "Unknown";

    private readonly Lazy<Dictionary<string, IControlOperation>> _operations = new(() => operations().ToDictionary(operation => operation.GetType().Name));

    public override string OperationOf(HttpRequest request) => NameIn(request) is var operation && _operations.Value.ContainsKey(operation) ? operation : Unknown;

    public override Task RefuseAsync(HttpContext context, int status, string code, string message) =>
        ControlJson.WriteAsync(context, status == 404 ? 400 : status, Type, new JsonObject { ["__type"] = code, ["message"] = message });

    internal override IReadOnlyList<SupportedOperation> Supported => [.. _operations.Value.Keys.Select(operation => new SupportedOperation(Name, operation))];

    protected override IControlOperation? Find(string operation) => _operations.Value.GetValueOrDefault(operation);

    protected override string NameIn(HttpRequest request, ReadOnlyMemory<byte> body) => NameIn(request);

    protected override JsonObject Read(HttpRequest request, string operation, ReadOnlyMemory<byte> body) => ReadJson(body);

    protected override Task WriteAsync(HttpContext context, string operation, ControlAnswer answer) => ControlJson.WriteAsync(context, answer.Status ?? 200, Type, answer.Members);

    private string NameIn(HttpRequest request) => request.Headers["X-Amz-Target"].ToString() is var named && named.StartsWith($"{target}.", StringComparison.Ordinal)
        ? named[(target.Length + 1)..]
        : named;
}

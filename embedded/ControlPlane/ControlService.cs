using System.Text.Json;
using System.Text.Json.Nodes;
using EmbeddedAws.Host;
using EmbeddedAws.Iam;

namespace EmbeddedAws.ControlPlane;

/// <summary>
/// A service of the control plane: finds the operation of a request, makes sure who calls, reads the members, and writes the answer. What it does not
/// support it refuses by name.
/// </summary>
/// <param name="name">The name that requests are signed for: <c>lambda</c>.</param>
/// <param name="invalidCode">The code by which it refuses a request that is not well-formed.</param>
/// <param name="authentication">Verifies signatures.</param>
internal abstract class ControlService(string name, string invalidCode, ControlAuthentication authentication) : IAwsService
{
    /// <summary>Conditions of policies find nothing to hold of here.</summary>
    private static readonly Dictionary<string, string> NoContext = [];

    /// <summary>A member that is there twice would be a fault later, and not a refusal.</summary>
    private static readonly JsonDocumentOptions Once = new() { AllowDuplicateProperties = false };

    public string Name => name;

    /// <summary>The largest body in bytes. PutLogEvents takes 1 MB of text, which JSON may escape to six times as much.</summary>
    protected virtual int LargestBody => 8 * 1024 * 1024;

    /// <summary>The name that its requests are signed for, where it is not its own.</summary>
    protected virtual string SigningName => name;

    /// <summary>What the names of its actions begin with in policies, where it is not its own name.</summary>
    protected virtual string ActionPrefix => name;

    public abstract string OperationOf(HttpRequest request);

    public async Task HandleAsync(HttpContext context, string operation)
    {
        try
        {
            var signature = authentication.Read(context.Request, SigningName);
            var sent = await ArrivingBody.ReadAsync(context.Request, LargestBody) ?? throw new AwsException(413, "RequestEntityTooLargeException", $"Request must be smaller than {LargestBody} bytes");
            ControlAuthentication.Verify(context.Request, signature, sent.Span);
            var named = NameIn(context.Request, sent);
            var found = Operation(named);
            var request = new ControlRequest(named, Read(context.Request, named, sent), invalidCode)
            {
                Payload = sent,
                Caller = signature.Key.Role,
                Header = header => context.Request.Headers[header] is [{ } value] ? value : null,
            };
            Authorize(context.Request, found, request);
            await WriteAsync(context, named, await RunAsync(found, request));
        }
        catch (AwsException refusal)
        {
            await RefuseAsync(context, refusal.Status, refusal.Code, refusal.Message);
        }
        catch (BadHttpRequestException broken) when (broken.StatusCode == StatusCodes.Status400BadRequest && !context.RequestAborted.IsCancellationRequested)
        {
            await RefuseAsync(context, 400, invalidCode, "The body is not framed as HTTP wants it.");
        }
    }

    public Task ForbidAsync(HttpContext context, string message) => RefuseAsync(context, 403, "AccessDeniedException", message);

    public abstract Task RefuseAsync(HttpContext context, int status, string code, string message);

    /// <summary>Calls an operation from within the process, as its own user.</summary>
    /// <param name="operation">AWS's name of it.</param>
    /// <param name="members">The members of the request.</param>
    /// <returns>The members of the answer.</returns>
    /// <exception cref="AwsException">It is refused.</exception>
    public async Task<JsonObject> CallAsync(string operation, JsonObject members) =>
        (await RunAsync(Operation(operation), new ControlRequest(operation, members, invalidCode))).Members ?? [];

    /// <summary>The operations that are supported.</summary>
    internal abstract IReadOnlyList<SupportedOperation> Supported { get; }

    /// <summary>What policies call an operation: <c>lambda:Invoke</c>.</summary>
    protected virtual string ActionOf(HttpRequest request, IControlOperation operation) => $"{ActionPrefix}:{operation.Action}";

    /// <summary>The ARNs of what a request is about.</summary>
    /// <param name="http">The request, as it was sent.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="request">Its members.</param>
    protected virtual IReadOnlyList<string> ResourcesOf(HttpRequest http, IControlOperation operation, ControlRequest request) => operation.ResourcesOf(request);

    /// <summary>The operation with a name; null where it is not supported.</summary>
    protected abstract IControlOperation? Find(string operation);

    /// <summary>The operation that a request asks for, whether it is supported or not.</summary>
    protected abstract string NameIn(HttpRequest request, ReadOnlyMemory<byte> body);

    /// <summary>Reads the members of a request.</summary>
    protected abstract JsonObject Read(HttpRequest request, string operation, ReadOnlyMemory<byte> body);

    /// <summary>Writes an answer in the service's protocol.</summary>
    protected abstract Task WriteAsync(HttpContext context, string operation, ControlAnswer answer);

    /// <summary>How many values the request that is being read may have.</summary>
    protected ValueLimit Limit() => new(invalidCode);

    /// <summary>Reads JSON, where there is any.</summary>
    protected JsonObject ReadJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            if (body.IsEmpty)
                return [];
            CountValues(body.Span);
            var members = JsonNode.Parse(body.Span, documentOptions: Once) as JsonObject ?? throw NotJson();
            ReadTexts(members);
            return members;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw NotJson();
        }
    }

    private void CountValues(ReadOnlySpan<byte> body)
    {
        var limit = Limit();
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
            limit.Add(reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndArray or JsonTokenType.EndObject ? 0 : 1);
    }

    /// <summary>A text may have half of a character, which is found when it is read.</summary>
    private static void ReadTexts(JsonNode? node)
    {
        if (node is JsonObject structure)
        {
            foreach (var (_, member) in structure)
                ReadTexts(member);
        }
        else if (node is JsonArray list)
        {
            foreach (var item in list)
                ReadTexts(item);
        }
        else if (node is JsonValue value)
        {
            value.TryGetValue(out string? _);
        }
    }

    private IControlOperation Operation(string operation) => Find(operation)
        ?? throw new AwsException(400, "UnknownOperationException", $"The embedded cloud does not support {operation} of {name}.");

    /// <summary>An operation that passes members over in silence is wrong here, whatever it answers.</summary>
    private static async Task<ControlAnswer> RunAsync(IControlOperation operation, ControlRequest request)
    {
        var answer = await operation.RunAsync(request);
        return request.IsFinished ? answer : throw new InvalidOperationException($"{request.Operation} does not end with {nameof(ControlRequest.Finish)}.");
    }

    private void Authorize(HttpRequest http, IControlOperation operation, ControlRequest request)
    {
        if (request.Caller is not { } role || operation.IsForEveryone)
            return;
        foreach (var resource in ResourcesOf(http, operation, request))
            Require(role, ActionOf(http, operation), resource, NoContext);
        if (operation.PassedRole(request) is { } passed)
            Require(role, "iam:PassRole", passed.Arn, new Dictionary<string, string> { [PolicyCondition.PassedToService] = passed.Service });
    }

    private static void Require(IamRole role, string action, string resource, IReadOnlyDictionary<string, string> context)
    {
        if (!role.MayCall(action, resource, context))
            throw new AwsException(403, "AccessDeniedException", $"{role.Name} is not authorized to perform: {action} on resource: {resource} because no identity-based policy allows the {action} action");
    }

    private AwsException NotJson() => new(400, invalidCode, "The body is not a JSON object.");
}

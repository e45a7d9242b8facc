using System.Text.Json;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda.Operations;

/// <summary>https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html</summary>
internal sealed class Invoke(Functions functions, AsyncInvocations later) : FunctionOperation(functions), IPayloadOperation
{
    /// <summary>Permissions have a name of their own for it: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html</summary>
    public string Action => "InvokeFunction";

    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = FunctionReference.Read(request);
        request.Finish();
        var payload = request.Payload.IsEmpty ? "{}"u8.ToArray() : request.Payload.ToArray();
        var isTailWanted = request.Header("X-Amz-Log-Type") switch
        {
            null or "None" => false,
            "Tail" => true,
            var other => throw Invalid($"Value '{other}' at 'logType' failed to satisfy constraint: Member must satisfy enum value set: [None, Tail]"),
        };
        CheckLength(payload.Length);
        CheckJson(payload);
        var function = Functions.Get(name);
        switch (request.Header("X-Amz-Invocation-Type"))
        {
            case "DryRun":
                return ControlAnswer.Nothing with { Status = 204 };
            case "Event":
                await later.AddAsync(function.Arn, payload);
                return ControlAnswer.Nothing with { Status = 202, Headers = Version() };
            case null or "RequestResponse":
                return Answer(await Functions.InvokeAsync(function.Arn, payload), isTailWanted);
            case var other:
                throw Invalid($"Value '{other}' at 'invocationType' failed to satisfy constraint: Member must satisfy enum value set: [Event, RequestResponse, DryRun]");
        }
    }

    private static ControlAnswer Answer(Invocation invocation, bool isTailWanted)
    {
        var headers = Version();
        if (invocation.FunctionError is { } error)
            headers["X-Amz-Function-Error"] = error;
        if (isTailWanted)
            headers["X-Amz-Log-Result"] = Convert.ToBase64String(invocation.LogTail);
        return new ControlAnswer(Members: null) { Payload = invocation.Payload, Headers = headers };
    }

    private static Dictionary<string, string> Version() => new() { ["X-Amz-Executed-Version"] = FunctionConfiguration.Latest };

    private static void CheckLength(int length)
    {
        if (length >= InvocationLimits.EventBytes)
            throw new AwsException(413, "RequestTooLargeException", $"Request must be smaller than {InvocationLimits.EventBytes} bytes for the InvokeFunction operation");
    }

    private static void CheckJson(byte[] payload)
    {
        try
        {
            var reader = new Utf8JsonReader(payload);
            while (reader.Read())
                reader.Skip();
        }
        catch (JsonException exception)
        {
            throw new AwsException(400, "InvalidRequestContentException", $"Could not parse request body into json: {exception.Message}");
        }
    }

    private static AwsException Invalid(string message) => new(400, "ValidationException", $"1 validation error detected: {message}");
}

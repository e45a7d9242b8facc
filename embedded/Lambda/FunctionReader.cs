using System.Text;
using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam;

namespace EmbeddedAws.Lambda;

/// <summary>The settings of a function, as CreateFunction and UpdateFunctionConfiguration send them: those that are not given stay.</summary>
internal sealed class FunctionReader(IamService iam)
{
    /// <summary>Who takes on the role of a function.</summary>
    public const string Principal = "lambda.amazonaws.com";

    private static readonly string[] Runtimes = ["dotnet10", "dotnet8", "provided.al2023", "provided.al2"];

    /// <summary>What the embedded cloud has not, and does not pass over: a function would do something else than on AWS.</summary>
    private static readonly string[] NotSupported = ["VpcConfig", "DeadLetterConfig", "FileSystemConfigs", "ImageConfig", "Layers", "CodeSigningConfigArn", "DurableConfig", "TenancyConfig", "CapacityProviderConfig"];

    /// <summary>https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html: 4 KB for all together.</summary>
    private const int MostVariables = 4096;

    /// <exception cref="AwsException">A setting is not valid.</exception>
    public FunctionConfiguration Read(ControlRequest request, FunctionConfiguration before) => Checked(request, before with
    {
        Role = RoleOf(request, before.Role),
        Runtime = request.Text("Runtime") ?? before.Runtime,
        Handler = request.Text("Handler") ?? before.Handler,
        Description = request.Text("Description") ?? before.Description,
        Timeout = request.Number("Timeout") ?? before.Timeout,
        MemorySize = request.Number("MemorySize") ?? before.MemorySize,
        Environment = Within(request, "Environment") is { } environment ? Variables(environment) : before.Environment,
        LoggingConfig = LoggingConfig.Read(request, before.FunctionName, before.LoggingConfig),
        EphemeralStorage = Within(request, "EphemeralStorage")?.Number("Size") ?? before.EphemeralStorage,
        TracingMode = Within(request, "TracingConfig")?.Text("Mode") ?? before.TracingMode,
        KmsKeyArn = request.Text("KMSKeyArn") is { } key ? (key.Length > 0 ? key : null) : before.KmsKeyArn,
    });

    /// <summary>The role that a request gives to the function.</summary>
    public static PassedRole? PassedRole(ControlRequest request) => request.Text("Role") is { } role ? new PassedRole(role, Principal) : null;

    /// <summary>The architecture, which belongs to the code.</summary>
    public static string Architecture(ControlRequest request, string before) => request.TextList("Architectures") switch
    {
        [] => before,
        [var architecture] when architecture is "x86_64" or "arm64" => architecture,
        _ => throw Invalid("Architectures has one item: x86_64 or arm64."),
    };

    private static FunctionConfiguration Checked(ControlRequest request, FunctionConfiguration function)
    {
        if (!Runtimes.Contains(function.Runtime))
            throw Invalid($"Value {function.Runtime} at 'runtime' failed to satisfy constraint: the embedded cloud has {string.Join(", ", Runtimes)}.");
        if (function.Handler is not { Length: > 0 and <= 128 } handler || handler.Any(char.IsWhiteSpace))
            throw Invalid($"Value '{function.Handler}' at 'handler' failed to satisfy constraint: 1 to 128 characters without white space.");
        if (function.MemorySize is < 128 or > 10240)
            throw Invalid($"'MemorySize' value failed to satisfy constraint: {function.MemorySize} is not between 128 and 10240.");
        if (function.Timeout is < 1 or > 900)
            throw Invalid($"'Timeout' value failed to satisfy constraint: {function.Timeout} is not between 1 and 900.");
        if (function.EphemeralStorage is < 512 or > 10240)
            throw Invalid($"'EphemeralStorage.Size' value failed to satisfy constraint: {function.EphemeralStorage} is not between 512 and 10240.");
        if (function.TracingMode is not ("PassThrough" or "Active"))
            throw Invalid($"Value '{function.TracingMode}' at 'tracingConfig.mode' failed to satisfy constraint: [Active, PassThrough].");
        if (NotSupported.FirstOrDefault(name => request.Node(name) is { } node && !SaysNothing(node)) is { } member)
            throw Invalid($"The embedded cloud does not support {member} of a function.");
        if (Within(request, "SnapStart")?.Text("ApplyOn") is { } snapStart && snapStart != "None")
            throw Invalid("The embedded cloud does not support SnapStart.");
        return function;
    }

    private string RoleOf(ControlRequest request, string before)
    {
        var role = request.Text("Role") ?? before;
        return iam.AssumedRole(role, Principal) is not null
            ? role
            : throw Invalid($"The role defined for the function cannot be assumed by Lambda: there is no role {role}, or its trust policy does not name {Principal}.");
    }

    /// <summary>A structure of a request; null where it is not given.</summary>
    private static ControlRequest? Within(ControlRequest request, string name) => request.Structure(name) is { } structure ? request.Within(name, structure) : null;

    private static IReadOnlyDictionary<string, string> Variables(ControlRequest environment)
    {
        var variables = environment.Texts("Variables");
        environment.Finish();
        if (variables.Keys.FirstOrDefault(name => !(name.Length > 1 && char.IsAsciiLetter(name[0]) && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))) is { } unfit)
            throw Invalid($"Value '{unfit}' at 'environment.variables' failed to satisfy constraint: Map keys must satisfy regular expression pattern: [a-zA-Z]([a-zA-Z0-9_])+");
        if (variables.Keys.Where(ReservedVariables.Contains).ToList() is { Count: > 0 } reserved)
        {
            throw Invalid(
                "Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys that are currently not supported for modification. "
                + $"Reserved keys used in this request: {string.Join(", ", reserved)}");
        }

        var measured = Encoding.UTF8.GetByteCount(new JsonObject(variables.Select(variable => KeyValuePair.Create(variable.Key, (JsonNode?)variable.Value))).ToJsonString());
        return measured <= MostVariables
            ? variables
            : throw Invalid("Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit.");
    }

    /// <summary>Providers send empty structures and lists for what is not set.</summary>
    private static bool SaysNothing(JsonNode node) => node switch
    {
        JsonObject structure => structure.All(member => member.Value is null || SaysNothing(member.Value)),
        JsonArray list => list.Count == 0,
        JsonValue value => (value.TryGetValue(out string? text) && text.Length == 0) || (value.TryGetValue(out bool flag) && !flag),
        _ => false,
    };

    private static AwsException Invalid(string message) => new(400, "InvalidParameterValueException", message);
}

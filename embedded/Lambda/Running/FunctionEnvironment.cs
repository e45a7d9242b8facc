using System.Globalization;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam;

namespace EmbeddedAws.Lambda.Running;

/// <summary>
/// The variables of a process: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime. It gets none of
/// those of this process, which may hold a developer's secrets.
/// </summary>
internal static class FunctionEnvironment
{
    /// <summary>All that a process sees.</summary>
    /// <param name="function">The function.</param>
    /// <param name="role">Whose credentials it has.</param>
    /// <param name="place">Where it runs.</param>
    public static Dictionary<string, string> Of(FunctionConfiguration function, IamRole role, ProcessPlace place)
    {
        var variables = new Dictionary<string, string>
        {
            ["AWS_ENDPOINT_URL"] = place.Endpoint.ToString().TrimEnd('/'),
            ["AWS_REGION"] = Arn.Region,
            ["AWS_DEFAULT_REGION"] = Arn.Region,
            ["AWS_ACCESS_KEY_ID"] = role.AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = role.SecretAccessKey,
            ["AWS_SESSION_TOKEN"] = "embedded",
            ["AWS_EXECUTION_ENV"] = $"AWS_Lambda_{function.Runtime}",
            ["AWS_LAMBDA_FUNCTION_NAME"] = function.FunctionName,
            ["AWS_LAMBDA_FUNCTION_VERSION"] = FunctionConfiguration.Latest,
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = function.MemorySize.ToString(CultureInfo.InvariantCulture),
            ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = function.LoggingConfig.LogGroup,
            ["AWS_LAMBDA_LOG_STREAM_NAME"] = place.LogStream,
            ["AWS_LAMBDA_RUNTIME_API"] = place.RuntimeApi,
            ["LAMBDA_TASK_ROOT"] = place.TaskRoot,
            ["LAMBDA_RUNTIME_DIR"] = place.TaskRoot,
            ["_HANDLER"] = function.Handler ?? "",
            ["TZ"] = ":UTC",
            ["LANG"] = "en_US.UTF-8",
            // Where a program finds the libraries of its package.
            ["LD_LIBRARY_PATH"] = $"{place.TaskRoot}:{place.TaskRoot}/lib",
            ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "",
            ["HOME"] = place.Temporary,
            ["TMPDIR"] = place.Temporary,
            ["DOTNET_ROOT"] = FunctionCommand.DotNetRoot,
            // The sockets for debuggers, which nothing uses here, cost time at each start.
            ["DOTNET_EnableDiagnostics"] = "0",
            // As in a container with this memory: https://learn.microsoft.com/dotnet/core/runtime-config/garbage-collector#heap-limit.
            ["DOTNET_GCHeapHardLimit"] = $"0x{function.MemorySize * 3L * 1024 * 1024 / 4:x}",
        };
        if (OperatingSystem.IsWindows())
        {
            (variables["TEMP"], variables["TMP"], variables["USERPROFILE"]) = (place.Temporary, place.Temporary, place.Temporary);
            // Without it Windows cannot open a socket.
            variables["SystemRoot"] = Environment.GetEnvironmentVariable("SystemRoot") ?? @"C:\Windows";
        }

        foreach (var (name, value) in function.Environment)
            variables[name] = value;
        return variables;
    }
}

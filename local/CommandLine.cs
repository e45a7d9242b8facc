using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using EmbeddedAws;

namespace ImageService.Local;

/// <summary><c>dotnet run --project local</c>: its options, and what it prints.</summary>
public static class CommandLine
{
    private const int DefaultPort = 4566;

    private static readonly Option<int> Port = new("--port")
    {
        Description = "The port on localhost; 0 takes a free one.",
        DefaultValueFactory = _ => DefaultPort,
        CustomParser = ParsePort,
    };

    /// <summary>What was deployed to an empty cloud stays apart from the data of the service that this program deploys itself.</summary>
    private const string FolderOfEmpty = ".cloud";

    private static readonly Option<string> Data = DataOption();

    private static readonly Option<bool> Ephemeral = new("--ephemeral")
    {
        Description = "Keep everything in a temporary folder that is removed at the end.",
    };

    private static readonly Option<string[]> AllowHost = new("--allow-host")
    {
        Description = "Another host name for this machine, besides localhost; repeatable.",
        HelpName = "NAME",
        Validators = { result => Require(result, IsHost, "--allow-host must be a name without a port, such as host.docker.internal.") },
    };

    private static readonly Option<string[]> AllowOrigin = new("--allow-origin")
    {
        Description = "The origin of pages that may use the API, S3 and DynamoDB, besides those of this machine; repeatable.",
        HelpName = "URL",
        Validators = { result => Require(result, IsOrigin, "--allow-origin must be an origin without a path, such as https://app.example.com.") },
    };

    private static readonly Option<string[]> ApiKeys = new("--api-key")
    {
        Description = "An API key; requests must send one of these in the header x-api-key. Repeatable.",
        HelpName = "KEY",
        Validators = { result => Require(result, IsApiKey, "--api-key must be 20 to 128 visible ASCII characters, without spaces.") },
    };

    private static readonly Option<bool> Empty = new("--empty")
    {
        Description = "Do not deploy the service: start an empty cloud, for pulumi up --stack local. Its data folder is .cloud unless --data is given.",
    };

    private static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "Print one line per request.",
    };

    /// <summary>Parses the arguments and runs the command that they name; ends when a signal stops it.</summary>
    /// <param name="arguments">The words after <c>dotnet run --project local --</c>.</param>
    /// <param name="output">Where addresses, reports and request lines go.</param>
    /// <param name="errors">Where errors go, one line each.</param>
    /// <returns>The exit code: 0, or 1 after an error.</returns>
    public static Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter errors) => Root().Parse(arguments).InvokeAsync(new InvocationConfiguration
    {
        Output = output,
        Error = errors,
        // Signals are handled by StopSignals alone.
        ProcessTerminationTimeout = null,
    });

    private static RootCommand Root()
    {
        var root = new RootCommand("The image service on an embedded cloud: an AWS on one port of this machine.")
        {
            Port, Data, Ephemeral, AllowHost, AllowOrigin, ApiKeys, Empty, Verbose, CollectCommand.Command(),
        };
        root.Validators.Add(result =>
        {
            if (result.GetValue(Ephemeral) && result.GetResult(Data) is { Implicit: false })
                result.AddError("--data and --ephemeral cannot be used together.");
            if (result.GetValue(Empty) && result.GetResult(ApiKeys) is { Implicit: false })
                result.AddError("--empty and --api-key cannot be used together: pulumi config set apiKeyRequired true makes a key.");
        });
        root.SetAction((arguments, _) => RunAsync(arguments));
        return root;
    }

    /// <summary>The option that names the data folder; each command needs its own instance.</summary>
    internal static Option<string> DataOption()
    {
        var data = new Option<string>("--data")
        {
            Description = "The folder that keeps items and objects.",
            HelpName = "DIR",
            DefaultValueFactory = _ => ".data",
        };
        data.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var path }] && string.IsNullOrWhiteSpace(path))
                result.AddError("--data must be the path of a folder.");
        });
        return data;
    }

    /// <summary>Reads a port: a whole number from 0 to 65535, in digits alone.</summary>
    internal static int ParsePort(ArgumentResult argument)
    {
        if (!ushort.TryParse(argument.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            argument.AddError("--port must be a whole number from 0 to 65535.");
        return port;
    }

    private static void Require(OptionResult result, Func<string, bool> holds, string otherwise)
    {
        if (!result.Tokens.All(token => holds(token.Value)))
            result.AddError(otherwise);
    }

    private static bool IsHost(string text) => Uri.CheckHostName(text) != UriHostNameType.Unknown;

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Host.Length: > 0, UserInfo: "", AbsolutePath: "" or "/", Query: "", Fragment: "" };

    /// <summary>As long as API Gateway's own, and fit for a header.</summary>
    private static bool IsApiKey(string text) => text.Length is >= 20 and <= 128 && text.All(letter => letter is >= '!' and <= '~');

    private static async Task<int> RunAsync(ParseResult arguments)
    {
        var (output, errors) = (arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error);
        using var signals = new StopSignals();
        using var memory = new BodyMemory();
        var options = new EmbeddedCloudOptions
        {
            Port = arguments.GetValue(Port),
            DataFolder = arguments.GetValue(Ephemeral) ? null : FolderOf(arguments),
            AllowedHosts = arguments.GetValue(AllowHost) ?? [],
            AllowedOrigins = arguments.GetValue(AllowOrigin) ?? [],
            RequestLog = arguments.GetValue(Verbose) ? output : null,
        };
        try
        {
            await using var cloud = EmbeddedCloud.Open(options);
            using var api = arguments.GetValue(Empty) ? null : await ServiceDeployment.DeployAsync(cloud, new ServiceDeploymentOptions
            {
                ApiKeys = arguments.GetValue(ApiKeys) ?? [],
                Log = errors,
                Answered = memory.Answered,
            });
            await cloud.ListenAsync();
            Welcome(cloud, arguments, output);
            if (api is not null)
                Welcome(api, arguments, output);
            await signals.Received;
            // The functions keep their clients until the last request is answered.
            await cloud.StopAsync();
            return 0;
        }
        catch (CloudStartException exception)
        {
            await errors.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static void Welcome(EmbeddedCloud cloud, ParseResult arguments, TextWriter output)
    {
        var services = arguments.GetValue(Empty) ? "An empty cloud" : "S3 and DynamoDB";
        output.WriteLine($"{services} (test/test, us-east-1): --endpoint-url {cloud.Endpoint.ToString().TrimEnd('/')}");
        output.WriteLine(arguments.GetValue(Ephemeral) ? "Data: removed at the end." : $"Data: {Path.GetFullPath(FolderOf(arguments))}");
        output.WriteLine("Ctrl+C stops it.");
        output.WriteLine();
        if (arguments.GetValue(Empty))
            TellHowToDeploy(cloud, output);
    }

    /// <summary>The commands of docs/deployment.md. The configuration in Pulumi.local.yaml is for the default port.</summary>
    private static void TellHowToDeploy(EmbeddedCloud cloud, TextWriter output)
    {
        if (cloud.Endpoint.Port != DefaultPort)
            output.WriteLine($"Pulumi.local.yaml names port {DefaultPort}: write {cloud.Endpoint.Port} in its place, in image-service:localEndpoint and aws:endpoints.");
        output.WriteLine("Deploy to it from another shell:");
        output.WriteLine("  pulumi login --local");
        output.WriteLine("  export PULUMI_CONFIG_PASSPHRASE=local");
        output.WriteLine("  pulumi stack select --create local");
        output.WriteLine("  pulumi up --stack local");
    }

    private static string FolderOf(ParseResult arguments) =>
        arguments.GetValue(Empty) && arguments.GetResult(Data) is null or { Implicit: true } ? FolderOfEmpty : arguments.GetValue(Data)!;

    private static void Welcome(ServiceDeployment api, ParseResult arguments, TextWriter output)
    {
        output.WriteLine("Your API is ready at:");
        output.WriteLine(api.ImagesUrl);
        output.WriteLine();
        // The key itself stays out of what may be kept as a log.
        output.WriteLine(arguments.GetValue(ApiKeys) is { Length: > 0 } ? $"curl '{api.ImagesUrl}' -H 'x-api-key: KEY'" : $"curl '{api.ImagesUrl}'");
        output.WriteLine();
        output.WriteLine("Your gallery is ready at:");
        output.WriteLine(api.GalleryUrl);
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using EmbeddedAws;

namespace ImageService.Local;

/// <summary><c>dotnet run --project local</c>: its options, and what it says.</summary>
internal static class CommandLine
{
    private static readonly Option<int> Port = new("--port")
    {
        Description = "The port on localhost; 0 takes a free one.",
        DefaultValueFactory = _ => 4566,
        CustomParser = ParsePort,
    };

    private static readonly Option<string> Data = new("--data")
    {
        Description = "The folder that keeps items and objects.",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".data",
    };

    private static readonly Option<bool> Ephemeral = new("--ephemeral")
    {
        Description = "Keep everything in a temporary folder that is removed at the end.",
    };

    private static readonly Option<string[]> ApiKeys = new("--api-key")
    {
        Description = "A key of which requests to the API need one, in the header x-api-key. May be repeated.",
        HelpName = "KEY",
    };

    private static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "Print one line a request.",
    };

    public static RootCommand Root()
    {
        var root = new RootCommand("The image service on an embedded cloud: S3, DynamoDB and API Gateway on one port.") { Port, Data, Ephemeral, ApiKeys, Verbose };
        root.Validators.Add(result =>
        {
            if (result.GetResult(Data)?.Tokens is [{ Value: var path }] && string.IsNullOrWhiteSpace(path))
                result.AddError("--data must be the path of a folder.");
            if (result.GetValue(Ephemeral) && result.GetResult(Data) is { Implicit: false })
                result.AddError("--data and --ephemeral cannot be used together.");
        });
        ApiKeys.Validators.Add(result =>
        {
            if (!result.Tokens.All(token => IsApiKey(token.Value)))
                result.AddError("--api-key must be 20 to 128 visible ASCII characters, without spaces.");
        });
        root.SetAction((arguments, _) => RunAsync(arguments));
        return root;
    }

    private static int ParsePort(ArgumentResult argument)
    {
        if (!ushort.TryParse(argument.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            argument.AddError("--port must be a whole number from 0 to 65535.");
        return port;
    }

    /// <summary>As long as API Gateway's own, and fit for a header.</summary>
    private static bool IsApiKey(string text) => text.Length is >= 20 and <= 128 && text.All(letter => letter is >= '!' and <= '~');

    private static async Task<int> RunAsync(ParseResult arguments)
    {
        using var signals = new StopSignals();
        using var memory = new BodyMemory();
        var options = new EmbeddedCloudOptions
        {
            Port = arguments.GetValue(Port),
            DataFolder = arguments.GetValue(Ephemeral) ? null : arguments.GetValue(Data),
            RequestLog = arguments.GetValue(Verbose) ? Console.Out : null,
        };
        try
        {
            await using var cloud = EmbeddedCloud.Open(options);
            using var api = await ServiceDeployment.DeployAsync(cloud, new ServiceDeploymentOptions
            {
                ApiKeys = arguments.GetValue(ApiKeys) ?? [],
                Log = Console.Error,
                Answered = memory.Answered,
            });
            await cloud.ListenAsync();
            Welcome(cloud, api, arguments);
            await signals.Received;
            // The functions keep their clients until the last request is answered.
            await cloud.StopAsync();
            return 0;
        }
        catch (CloudStartException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static void Welcome(EmbeddedCloud cloud, ServiceDeployment api, ParseResult arguments)
    {
        Console.WriteLine($"S3 and DynamoDB (test/test, us-east-1): --endpoint-url {cloud.Endpoint.ToString().TrimEnd('/')}");
        Console.WriteLine(arguments.GetValue(Ephemeral) ? "Data: removed at the end." : $"Data: {Path.GetFullPath(arguments.GetValue(Data)!)}");
        Console.WriteLine("Ctrl+C stops it.");
        Console.WriteLine();
        Console.WriteLine("Your API is ready at:");
        Console.WriteLine(api.ImagesUrl);
        Console.WriteLine();
        // The key itself stays out of what may be kept as a log.
        Console.WriteLine(arguments.GetValue(ApiKeys) is { Length: > 0 } ? $"curl '{api.ImagesUrl}' -H 'x-api-key: KEY'" : $"curl '{api.ImagesUrl}'");
        Console.WriteLine();
        Console.WriteLine("Your gallery is ready at:");
        Console.WriteLine(api.GalleryUrl);
    }
}

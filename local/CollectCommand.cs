using System.CommandLine;
using System.Globalization;
using Amazon.Runtime;
using EmbeddedAws;
using ImageService.Handlers.Collecting;
using ImageService.Handlers.Storage;

namespace ImageService.Local;

/// <summary>
/// <c>dotnet run --project local -- collect</c>: what a schedule does on AWS, by hand. It works on the data folder, or through the port of a program
/// that uses the folder.
/// </summary>
internal static class CollectCommand
{
    private static readonly Option<string> Data = CommandLine.DataOption();

    private static readonly Option<int> Port = new("--port")
    {
        Description = "The port of a running local program, to collect through it instead of opening the data folder.",
        CustomParser = CommandLine.ParsePort,
    };

    private static readonly Option<int> Age = new("--age")
    {
        Description = "The least age in hours of what is removed. Less than 24 is only safe for a data folder that no program uses.",
        HelpName = "HOURS",
        DefaultValueFactory = _ => (int)CollectorOptions.Day.TotalHours,
    };

    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Remove nothing, only print what would be removed.",
    };

    public static Command Command()
    {
        var command = new Command("collect", "Remove objects and variants that belong to no image, and uploads that were never completed.") { Data, Port, Age, DryRun };
        command.Validators.Add(result =>
        {
            if (result.GetResult(Port) is null)
                return;
            if (result.GetResult(Data) is { Implicit: false })
                result.AddError("--data and --port cannot be used together.");
            if (result.GetResult(Age) is { Implicit: false } && TimeSpan.FromHours(result.GetValue(Age)) < CollectorOptions.Day)
                result.AddError("--age must be at least 24 with --port: requests under way may need younger objects.");
        });
        Age.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 0)
                result.AddError("--age must not be negative.");
        });
        command.SetAction((arguments, _) => RunAsync(arguments));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments)
    {
        if (arguments.GetResult(Port) is not null)
            return await CollectAsync(new UriBuilder("http", "localhost", arguments.GetValue(Port)).Uri, arguments);
        var folder = arguments.GetValue(Data);
        if (!Directory.Exists(folder))
            return await FailAsync(arguments, $"The data folder {folder} does not exist.");
        try
        {
            await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = folder });
            return await CollectAsync(cloud.Endpoint, arguments);
        }
        catch (CloudStartException exception)
        {
            return await FailAsync(arguments, $"{exception.Message} If a running local program uses it, give the port of that program: --port 4566.");
        }
    }

    private static async Task<int> CollectAsync(Uri endpoint, ParseResult arguments)
    {
        var output = arguments.InvocationConfiguration.Output;
        var settings = ServiceDeployment.SettingsFor(endpoint);
        using var clients = new AwsAccess(settings, ServiceDeployment.Credentials, TimeProvider.System);
        var report = await new Collector(settings, clients, TimeProvider.System).RunAsync(
            new CollectorOptions
            {
                DryRun = arguments.GetValue(DryRun),
                Age = TimeSpan.FromHours(arguments.GetValue(Age)),
                Removed = found => output.WriteLine(Line(found)),
            },
            CancellationToken.None);
        if (report.IsComplete || report.Objects > 0)
            await output.WriteLineAsync(Summary(report));
        return report.Failure is { } failure
            ? await FailAsync(arguments, $"{(report.IsComplete ? "Not all could be removed" : "The collector stopped")}: {Reason(failure)}")
            : 0;
    }

    private static async Task<int> FailAsync(ParseResult arguments, string message)
    {
        await arguments.InvocationConfiguration.Error.WriteLineAsync(message);
        return 1;
    }

    private static string Line(StoredObject found) =>
        string.Create(CultureInfo.InvariantCulture, $"{found.ModifiedAt:yyyy-MM-dd HH:mm}  {found.Size,12}  {found.Key}");

    private static string Summary(CollectorReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(report.DryRun ? "Would remove" : "Removed")} {report.Images + report.Variants} of {report.Objects} objects: {report.Images} of images, {report.Variants} variants; {report.Bytes} bytes.")
        + (report.Foreign > 0 ? $" {report.Foreign} do not belong to this service, and stay." : "");

    private static string Reason(Exception failure) => failure is AmazonServiceException { ErrorCode: "NoSuchBucket" or "ResourceNotFoundException" }
        ? "the bucket or the table of the service does not exist."
        : failure.Message;
}

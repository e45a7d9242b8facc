using System.Globalization;
using System.Runtime.InteropServices;
using ImageService.Handlers.Routing;

namespace ImageService.Stack.Settings;

/// <summary>
/// How the service is deployed: all that the stack's configuration may say, with the defaults. Whether the cloud is AWS or a local one (the embedded
/// cloud, LocalStack) is decided here, once; the components only see what follows from it.
/// </summary>
/// <param name="Data">The bucket and the table.</param>
/// <param name="Function">Every function.</param>
/// <param name="Api">The API.</param>
/// <param name="Alarms">Alarms and the dashboard; null for none.</param>
public sealed record StackSettings(DataSettings Data, FunctionSettings Function, ApiSettings Api, AlarmSettings? Alarms)
{
    private const string BucketNames = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]";
    private const string TableNames = "[A-Za-z0-9_.-]{3,255}";

    /// <summary>https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html.</summary>
    private static readonly string[] RetentionDays =
    [
        "1", "3", "5", "7", "14", "30", "60", "90", "120", "150", "180", "365", "400", "545", "731", "1096", "1827", "2192", "2557", "2922",
        "3288", "3653",
    ];

    /// <summary>Reads the configuration of a stack.</summary>
    /// <param name="project">The name of the project, the prefix of its keys.</param>
    /// <param name="stack">The name of the stack, part of all names that have to be unique in an account.</param>
    /// <param name="get">Looks up a key; null when it is not set.</param>
    /// <exception cref="RunException">A value is not valid.</exception>
    public static StackSettings Read(string project, string stack, Func<string, string?> get)
    {
        var reader = new SettingsReader(project, get);
        // Where a local cloud is: the embedded one, or LocalStack. Set, the stack is deployed there: small, open and removable. Not set, the cloud is AWS.
        var localEndpoint = reader.Endpoint("localEndpoint");
        var prefix = $"{project}-{stack}";
        var origin = reader.Text("corsOrigin", "*", @"\*|https?://[^/\s]+", "* or an origin such as https://example.com")!;
        var retention = int.Parse(reader.OneOf("logRetentionDays", "30", RetentionDays), CultureInfo.InvariantCulture);
        var tracing = reader.Flag("tracing", localEndpoint is null);

        var settings = new StackSettings(
            ReadData(reader, localEndpoint, origin),
            ReadFunction(reader, localEndpoint, prefix, origin, retention, tracing),
            ReadApi(reader, localEndpoint, prefix, origin, retention, tracing),
            localEndpoint is null && reader.Flag("alarms", true) ? ReadAlarms(reader, prefix) : null);
        reader.ThrowIfWrong();
        return settings;
    }

    private static DataSettings ReadData(SettingsReader reader, Uri? localEndpoint, string origin)
    {
        var protect = reader.Flag("protectData", localEndpoint is null);
        return new DataSettings
        {
            BucketName = reader.Text("bucketName", localEndpoint is null ? null : "image-storage-bucket", BucketNames, "a bucket name"),
            TableName = reader.Text("tableName", localEndpoint is null ? null : "ImageMetadata", TableNames, "a table name"),
            Protect = protect,
            TlsOnly = localEndpoint is null,
            CorsOrigin = origin,
            Versioning = reader.Flag("versioning", protect),
            NoncurrentVersionDays = reader.Whole("noncurrentVersionDays", 1, 3650) ?? 30,
            InfrequentAccessDays = reader.Whole("infrequentAccessDays", 30, 3650),
            VariantDays = reader.Whole("variantDays", 1, 3650) ?? 30,
        };
    }

    private static FunctionSettings ReadFunction(
        SettingsReader reader, Uri? localEndpoint, string prefix, string origin, int retention, bool tracing) => new()
        {
            Prefix = prefix,
            Architecture = reader.OneOf("architecture", localEndpoint is null ? "arm64" : HostArchitecture(), "arm64", "x86_64"),
            IsNative = reader.OneOf("compile", "readytorun", "readytorun", "aot") == "aot",
            NativePackages = reader.Text("nativePackages"),
            RunsHere = localEndpoint is not null,
            MemoryMegabytes = reader.Whole("memoryMegabytes", 128, 10240) ?? 1024,
            Variants = ReadVariants(reader),
            // API Gateway waits for 29 s.
            TimeoutSeconds = reader.Whole("timeoutSeconds", 3, 29) ?? 28,
            // Lambda's own limit, in which the collector looks at millions of objects.
            CollectorTimeoutSeconds = reader.Whole("collectorTimeoutSeconds", 60, 900) ?? 900,
            ReservedConcurrency = reader.Whole("reservedConcurrency", 1, 1000),
            LogRetentionDays = retention,
            Tracing = tracing,
            CorsOrigin = origin,
            ListShards = reader.Whole("listShards", 1, Handlers.Settings.MaxListShards) ?? 1,
            PublicS3Endpoint = localEndpoint,
        };

    private static VariantSettings ReadVariants(SettingsReader reader) => new()
    {
        MemoryMegabytes = reader.Whole("variantMemoryMegabytes", 128, 10240) ?? 2048,
        Sizes = reader.Text("variantSizes", null, "[1-9][0-9]{0,4}( [1-9][0-9]{0,4})*", "whole numbers such as 320 640"),
        MaxPixels = reader.Whole("variantMaxPixels", 1, int.MaxValue),
        MaxBytes = reader.Whole("variantMaxBytes", 1, int.MaxValue),
    };

    private static ApiSettings ReadApi(
        SettingsReader reader, Uri? localEndpoint, string prefix, string origin, int retention, bool tracing) => new()
        {
            Name = prefix,
            Stage = reader.Text("stage", "dev", "[A-Za-z0-9_-]{1,128}", "letters, digits, - and _")!,
            CorsOrigin = origin,
            RequestsPerSecond = reader.Positive("requestsPerSecond", 100),
            RequestBurst = reader.Whole("requestBurst", 1, 100_000) ?? 200,
            Keys = reader.Flag("apiKeyRequired", localEndpoint is null) ? ReadKeys(reader) : null,
            Tracing = tracing,
            AccessLog = reader.Flag("accessLog", localEndpoint is null),
            LogRetentionDays = retention,
            AccountLogRole = reader.Flag("accountLogRole", false),
            LocalId = localEndpoint is null ? null : reader.Text("apiId", "images", "[a-z0-9]{1,32}", "lowercase letters and digits"),
            LocalEndpoint = localEndpoint,
        };

    private static ApiKeySettings ReadKeys(SettingsReader reader) => new()
    {
        Requests = ReadLimit(reader, "rateLimit", "burstLimit", UsageLimit.Default),
        Uploads = ReadLimit(reader, "uploadRateLimit", "uploadBurstLimit", UsageLimit.DefaultOfUploads),
    };

    private static UsageLimit ReadLimit(SettingsReader reader, string rate, string burst, UsageLimit otherwise) =>
        new(reader.Positive(rate, otherwise.RequestsPerSecond), reader.Whole(burst, 1, 100_000) ?? otherwise.Burst);

    private static AlarmSettings ReadAlarms(SettingsReader reader, string prefix) => new()
    {
        Prefix = prefix,
        TopicArn = reader.Text("alarmTopicArn", null, "arn:[a-z-]+:sns:.+", "the ARN of an SNS topic"),
        ServerErrorRate = reader.Positive("alarmServerErrorRate", 0.01),
        LatencyMilliseconds = reader.Positive("alarmLatencyMilliseconds", 5000),
    };

    /// <summary>A local cloud runs the functions on this machine, so in its own architecture.</summary>
    internal static string HostArchitecture() => RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x86_64";
}

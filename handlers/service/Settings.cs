using System.Globalization;

namespace ImageService.Handlers;

/// <summary>The configuration of the service, from the environment of a function.</summary>
public sealed record Settings
{
    /// <summary>The most shards: what one listing reads at once, 1 MB each, fits a function's memory.</summary>
    public const int MaxListShards = 64;

    /// <summary>The S3 bucket of the objects.</summary>
    public required string BucketName { get; init; }

    /// <summary>The DynamoDB table of the items.</summary>
    public required string TableName { get; init; }

    /// <summary>The AWS region: <c>eu-central-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>Where S3 and DynamoDB are when not on AWS; null for AWS's own endpoints.</summary>
    public Uri? AwsEndpoint { get; init; }

    /// <summary>Scheme and host of presigned URLs, where clients reach S3 under another name than functions do; null for the same.</summary>
    public Uri? PublicS3Endpoint { get; init; }

    /// <summary>
    /// Over how many partitions the indexes over all images are spread, 1 to <see cref="MaxListShards"/>: each takes 1,000 writes a
    /// second, and costs a listing one more Query. It may grow while there are images; it must never shrink.
    /// </summary>
    public int ListShards { get; init; } = 1;

    /// <summary>The origin whose pages may read the answers: <c>https://example.com</c>, or <c>*</c> for all.</summary>
    public string CorsOrigin { get; init; } = "*";

    /// <summary>Whether the functions run on LocalStack, which sets <c>LOCALSTACK_HOSTNAME</c> in their environment.</summary>
    public bool OnLocalStack { get; init; }

    /// <summary>Reads the variables that <c>.env.example</c> lists from the environment of this process.</summary>
    /// <exception cref="InvalidOperationException">Some are missing or malformed; the message names all of them.</exception>
    public static Settings FromEnvironment() => FromEnvironment(Environment.GetEnvironmentVariable);

    /// <summary>Reads the variables that <c>.env.example</c> lists; an empty one counts as missing.</summary>
    /// <param name="variable">The value of a variable, or null where it is not set.</param>
    /// <exception cref="InvalidOperationException">Some are missing or malformed; the message names all of them.</exception>
    public static Settings FromEnvironment(Func<string, string?> variable)
    {
        var faults = new List<string>();
        var settings = new Settings
        {
            BucketName = Required("BUCKET_NAME"),
            TableName = Required("TABLE_NAME"),
            Region = Required("AWS_REGION"),
            CorsOrigin = Optional("CORS_ORIGIN") ?? "*",
            ListShards = Shards("LIST_SHARDS"),
            PublicS3Endpoint = Url("S3_PUBLIC_ENDPOINT"),
            AwsEndpoint = Url("AWS_ENDPOINT_URL") ?? Url("LOCALSTACK_ENDPOINT"),
            OnLocalStack = Optional("LOCALSTACK_HOSTNAME") is not null,
        };
        return faults.Count == 0
            ? settings
            : throw new InvalidOperationException($"The function cannot start: {string.Join(", ", faults)}.");

        string? Optional(string name) => variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

        string Required(string name)
        {
            if (Optional(name) is { } value)
                return value;
            faults.Add($"{name} is missing");
            return "";
        }

        int Shards(string name)
        {
            if (Optional(name) is not { } value)
                return 1;
            if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var shards) && shards is >= 1 and <= MaxListShards)
                return shards;
            faults.Add($"{name} must be a whole number from 1 to {MaxListShards}");
            return 1;
        }

        Uri? Url(string name)
        {
            if (Optional(name) is not { } value)
                return null;
            if (Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
                return url;
            faults.Add($"{name} must be an http or https URL");
            return null;
        }
    }
}

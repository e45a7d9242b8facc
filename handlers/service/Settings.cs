namespace ImageService.Handlers;

/// <summary>The configuration of the service, from the environment of a function.</summary>
public sealed record Settings
{
    /// <summary>The most shards: what one listing reads at once, 1 MB each, fits a function's memory.</summary>
    public const int MaxListShards = 64;

    /// <summary>The largest width and height of a variant: WebP has no larger ones (https://developers.google.com/speed/webp/docs/riff_container).</summary>
    public const int MaxVariantSize = 16383;

    /// <summary>100 megapixels, more than any phone takes: 300 MB once they are decoded. AVIF, which is decoded as a whole, takes several times that.</summary>
    public const long DefaultVariantMaxPixels = 100_000_000;

    /// <summary>64 MiB, which a function reads in about a second.</summary>
    public const long DefaultVariantMaxBytes = 64 * 1024 * 1024;

    /// <summary>What pages and apps ask for: thumbnails, and the widths of screens.</summary>
    public static readonly IReadOnlyList<int> DefaultVariantSizes =
        [32, 64, 96, 128, 192, 256, 320, 384, 480, 640, 750, 828, 960, 1080, 1200, 1440, 1600, 1920, 2048];

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

    /// <summary>The widths and heights that variants may be asked for with, in rising order.</summary>
    public IReadOnlyList<int> VariantSizes { get; init; } = DefaultVariantSizes;

    /// <summary>How many pixels an image may have that variants are made of.</summary>
    public long VariantMaxPixels { get; init; } = DefaultVariantMaxPixels;

    /// <summary>How many bytes an image may have that variants are made of.</summary>
    public long VariantMaxBytes { get; init; } = DefaultVariantMaxBytes;

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
        var reader = new EnvironmentReader(variable);
        var settings = new Settings
        {
            BucketName = reader.Required("BUCKET_NAME"),
            TableName = reader.Required("TABLE_NAME"),
            Region = reader.Required("AWS_REGION"),
            CorsOrigin = reader.Optional("CORS_ORIGIN") ?? "*",
            ListShards = (int)reader.Whole("LIST_SHARDS", 1, MaxListShards),
            VariantSizes = reader.WholeNumbers("VARIANT_SIZES", DefaultVariantSizes, MaxVariantSize),
            VariantMaxPixels = reader.Whole("VARIANT_MAX_PIXELS", DefaultVariantMaxPixels, long.MaxValue),
            VariantMaxBytes = reader.Whole("VARIANT_MAX_BYTES", DefaultVariantMaxBytes, int.MaxValue),
            PublicS3Endpoint = reader.Url("S3_PUBLIC_ENDPOINT"),
            AwsEndpoint = reader.Url("AWS_ENDPOINT_URL") ?? reader.Url("LOCALSTACK_ENDPOINT"),
            OnLocalStack = reader.Optional("LOCALSTACK_HOSTNAME") is not null,
        };
        reader.ThrowIfAny();
        return settings;
    }
}

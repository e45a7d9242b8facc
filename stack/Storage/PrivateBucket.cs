using ImageService.Handlers.Storage;
using ImageService.Stack.Policies;
using Pulumi.Aws.S3.Inputs;

namespace ImageService.Stack.Storage;

/// <summary>The bucket of the images' bytes: private and encrypted.</summary>
public sealed class PrivateBucket : ComponentResource
{
    /// <summary>Declares the bucket and what surrounds it.</summary>
    public PrivateBucket(string name, PrivateBucketArgs args, ComponentResourceOptions? options = null)
        : base("image-service:storage:ImageBucket", name, options)
    {
        var settings = args.Settings;
        var child = new CustomResourceOptions { Parent = this };
        var bucket = new Aws.S3.Bucket(
            $"{name}-bucket",
            new() { BucketName = settings.BucketName!, ForceDestroy = !settings.Protect },
            new() { Parent = this, Protect = settings.Protect, RetainOnDelete = settings.Protect });
        var privacy = new Aws.S3.BucketPublicAccessBlock(
            $"{name}-privacy",
            new()
            {
                Bucket = bucket.Id,
                BlockPublicAcls = true,
                BlockPublicPolicy = true,
                IgnorePublicAcls = true,
                RestrictPublicBuckets = true,
            },
            child);
        _ = new Aws.S3.BucketServerSideEncryptionConfiguration(
            $"{name}-encryption", new() { Bucket = bucket.Id, Rules = Encryption() }, child);
        _ = new Aws.S3.BucketCorsConfiguration($"{name}-cors", new() { Bucket = bucket.Id, CorsRules = Cors(settings.CorsOrigin) }, child);
        var versioning = settings.Versioning
            ? new Aws.S3.BucketVersioning($"{name}-versioning", new() { Bucket = bucket.Id, VersioningConfiguration = Enabled() }, child)
            : null;
        _ = new Aws.S3.BucketLifecycleConfiguration(
            $"{name}-lifecycle",
            new() { Bucket = bucket.Id, Rules = Lifecycle.RulesOf(settings) },
            new() { Parent = this, DependsOn = versioning is null ? [] : versioning });
        if (settings.TlsOnly)
        {
            // S3 refuses to change policy and public access at the same time.
            _ = new Aws.S3.BucketPolicy(
                $"{name}-tls-only",
                new() { Bucket = bucket.Id, Policy = bucket.Arn.Apply(TlsOnly) },
                new() { Parent = this, DependsOn = privacy });
        }

        BucketName = bucket.BucketName;
        Arn = bucket.Arn;
        RegisterOutputs(new Dictionary<string, object?> { ["bucketName"] = BucketName, ["arn"] = Arn });
    }

    /// <summary>The bucket, for the variables of functions.</summary>
    [Output("bucketName")]
    public Output<string> BucketName { get; private set; }

    /// <summary>The bucket, for policies; its objects are below it.</summary>
    [Output("arn")]
    public Output<string> Arn { get; private set; }

    private static BucketServerSideEncryptionConfigurationRuleArgs Encryption() => new()
    {
        ApplyServerSideEncryptionByDefault =
            new BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs { SseAlgorithm = "AES256" },
    };

    private static BucketVersioningVersioningConfigurationArgs Enabled() => new() { Status = "Enabled" };

    private static BucketCorsConfigurationCorsRuleArgs Cors(string origin) => new()
    {
        AllowedMethods = BucketCors.AllowedMethods.ToArray(),
        AllowedOrigins = { origin },
        AllowedHeaders = BucketCors.AllowedHeaders.ToArray(),
        ExposeHeaders = BucketCors.ExposedHeaders.ToArray(),
        MaxAgeSeconds = BucketCors.MaxAgeSeconds,
    };

    private static string TlsOnly(string arn) => Policies.Policy.Of(new Statement("Deny", ["s3:*"])
    {
        Principal = "*",
        Resource = [arn, $"{arn}/*"],
        Condition = new() { ["Bool"] = new() { ["aws:SecureTransport"] = "false" } },
    });
}

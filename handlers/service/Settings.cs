namespace ImageService.Handlers;

/// <summary>What a function is told from outside.</summary>
public sealed record Settings
{
    /// <summary>The S3 bucket of the objects.</summary>
    public required string BucketName { get; init; }

    /// <summary>The DynamoDB table of the items.</summary>
    public required string TableName { get; init; }

    /// <summary>The AWS region: <c>eu-central-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>Where S3 and DynamoDB are when not on AWS; null for AWS's own endpoints.</summary>
    public Uri? AwsEndpoint { get; init; }

    /// <summary>The origin whose pages may read the answers: <c>https://example.com</c>, or <c>*</c> for all.</summary>
    public string CorsOrigin { get; init; } = "*";
}

using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using ImageService.Handlers.Failures;

namespace ImageService.Handlers.Storage;

/// <summary>The SDK's client, with one more reason to try again: the SDK lets transactions that meet each other fail at once.</summary>
internal sealed class DynamoDbClient : AmazonDynamoDBClient
{
    public DynamoDbClient(AmazonDynamoDBConfig config)
        : base(config)
    {
    }

    public DynamoDbClient(AWSCredentials credentials, AmazonDynamoDBConfig config)
        : base(credentials, config)
    {
    }

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new RetryOfContention(Config)));
    }

    private sealed class RetryOfContention(IClientConfig config) : StandardRetryPolicy(config)
    {
        public override async Task<bool> RetryForExceptionAsync(IExecutionContext executionContext, Exception exception) =>
            AwsFailure.IsContention(exception) || await base.RetryForExceptionAsync(executionContext, exception);
    }
}

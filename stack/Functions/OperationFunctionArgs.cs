using ImageService.Stack.Settings;

namespace ImageService.Stack.Functions;

/// <summary>What <see cref="OperationFunction"/> is made from.</summary>
public sealed class OperationFunctionArgs : ResourceArgs
{
    /// <summary>Which function it is.</summary>
    public required FunctionDefinition Definition { get; init; }

    /// <summary>How it is deployed.</summary>
    public required FunctionSettings Settings { get; init; }

    /// <summary>The name of the bucket.</summary>
    [Input("bucketName", required: true)]
    public required Input<string> BucketName { get; init; }

    /// <summary>The ARN of the bucket.</summary>
    [Input("bucketArn", required: true)]
    public required Input<string> BucketArn { get; init; }

    /// <summary>The name of the table.</summary>
    [Input("tableName", required: true)]
    public required Input<string> TableName { get; init; }

    /// <summary>The ARN of the table.</summary>
    [Input("tableArn", required: true)]
    public required Input<string> TableArn { get; init; }
}

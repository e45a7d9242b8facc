using ImageService.Stack.Settings;

namespace ImageService.Stack.Functions;

/// <summary>The arguments of <see cref="OperationFunction"/>.</summary>
public sealed class OperationFunctionArgs : ResourceArgs
{
    /// <summary>Handler, package and permissions of the function.</summary>
    public required FunctionDefinition Definition { get; init; }

    /// <summary>What all functions have in common, such as architecture and memory.</summary>
    public required FunctionSettings Settings { get; init; }

    /// <summary>The bucket, for the variable <c>BUCKET_NAME</c>.</summary>
    [Input("bucketName", required: true)]
    public required Input<string> BucketName { get; init; }

    /// <summary>The bucket, for the policy of the role.</summary>
    [Input("bucketArn", required: true)]
    public required Input<string> BucketArn { get; init; }

    /// <summary>The table, for the variable <c>TABLE_NAME</c>.</summary>
    [Input("tableName", required: true)]
    public required Input<string> TableName { get; init; }

    /// <summary>The table, for the policy of the role; its indexes are below it.</summary>
    [Input("tableArn", required: true)]
    public required Input<string> TableArn { get; init; }
}

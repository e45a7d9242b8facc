namespace ImageService.E2E.Failures;

/// <summary>The calls to AWS that an operation makes, in their order.</summary>
internal static class AwsSteps
{
    /// <summary>All of them.</summary>
    public static readonly (string Operation, string AwsCall)[] All =
    [
        ("uploadImage", "PutObject"), ("uploadImage", "TransactWriteItems"),
        ("uploadImage with a key", "UpdateItem"), ("uploadImage with a key", "PutObject"), ("uploadImage with a key", "TransactWriteItems"),
        ("listImages", "Query"),
        ("getImage", "GetItem"),
        ("downloadImage", "GetItem"), ("downloadImage", "GetObject"),
        ("getDownloadUrl", "GetItem"),
        ("updateImage", "GetItem"), ("updateImage", "UpdateItem"),
        ("deleteImage", "DeleteItem"), ("deleteImage", "DeleteObject"),
        ("renderImage", "GetItem"), ("renderImage", "GetObject"), ("renderImage", "UpdateItem"), ("renderImage", "PutObject"),
        ("createUpload", "PutItem"),
        ("completeUpload", "GetItem"), ("completeUpload", "GetObject"), ("completeUpload", "TransactWriteItems"),
    ];

    /// <summary>Those whose failure fails the request: the object of a deleted image may remain.</summary>
    public static IEnumerable<(string Operation, string AwsCall)> Needed => All.Where(step => step is not ("deleteImage", "DeleteObject"));

    /// <summary>Those that may meet a transaction, be it an attempt of their own that was given up, or a throttled part of their own, with what DynamoDB calls that.</summary>
    public static readonly (string Operation, string AwsCall, string Code)[] Contended =
    [
        ("uploadImage", "TransactWriteItems", "TransactionConflict"),
        ("uploadImage", "TransactWriteItems", "TransactionInProgressException"),
        ("uploadImage with a key", "UpdateItem", "TransactionConflictException"),
        ("uploadImage with a key", "TransactWriteItems", "TransactionConflict"),
        ("uploadImage with a key", "TransactWriteItems", "ProvisionedThroughputExceeded"),
        ("deleteImage", "DeleteItem", "TransactionConflictException"),
        ("completeUpload", "TransactWriteItems", "TransactionConflict"),
        ("completeUpload", "TransactWriteItems", "ThrottlingError"),
    ];
}

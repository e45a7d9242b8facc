namespace EmbeddedAws.DynamoDb.Errors;

/// <summary>Makes errors of each type, with the namespace that the type has on the wire.</summary>
internal static class ErrorTypes
{
    private const string Validated = "com.amazon.coral.validate#";
    private const string Served = "com.amazon.coral.service#";
    private const string Available = "com.amazon.coral.availability#";
    private const string Modelled = "com.amazonaws.dynamodb.v20120810#";

    public static DynamoDbException Validation(string message) => Of(400, "ValidationException", message);

    public static DynamoDbException Of(int status, string code, string? message) => new(status, Namespace(code) + code, message);

    private static string Namespace(string code) => code switch
    {
        "ValidationException" => Validated,
        "SerializationException" or "AccessDeniedException" or "UnknownOperationException" or "RequestEntityTooLargeException"
            or "MissingAuthenticationTokenException" or "IncompleteSignatureException" or "InvalidSignatureException" or "UnrecognizedClientException" => Served,
        "ThrottlingException" => Available,
        _ => Modelled,
    };
}

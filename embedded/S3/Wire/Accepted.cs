using EmbeddedAws.S3.Errors;

namespace EmbeddedAws.S3.Wire;

/// <summary>
/// What an operation understands. Anything else that could change what it means is refused by name: a parameter that is ignored
/// works here and fails on AWS, or the other way round.
/// </summary>
/// <param name="Query">Query parameters.</param>
/// <param name="Headers">Headers of S3 and of HTTP's conditions; one that ends with <c>*</c> covers all that begin with it.</param>
internal sealed record Accepted(IReadOnlyList<string> Query, IReadOnlyList<string> Headers)
{
    /// <summary>Says which operation it is; SDKs add it, S3 does not need it.</summary>
    private const string SdkOperation = "x-id";

    /// <summary>What SDKs say of themselves and of the signature, whatever the operation.</summary>
    private static readonly string[] SdkHeaders = ["x-amz-date", "x-amz-content-sha256", "x-amz-security-token", "x-amz-user-agent", "x-amz-api-version"];

    public static readonly Accepted Nothing = new([], []);

    public void Check(S3Request request)
    {
        foreach (var parameter in request.Query)
        {
            if (!Query.Contains(parameter.Key) && !IsOfNoOperation(request, parameter))
                throw S3Errors.NotImplemented("Parameter", parameter.Key);
        }

        foreach (var (name, value) in request.Headers)
        {
            if (ChangesTheMeaning(name) && !SdkHeaders.Concat(Headers).Any(accepted => Covers(accepted, name)))
                throw S3Errors.NotImplemented("Header", name);
            FixedHeaders.Check(name, value);
        }
    }

    private static bool IsOfNoOperation(S3Request request, KeyValuePair<string, string> parameter) =>
        parameter.Key == SdkOperation
        || (request.Presigned && SignatureParameters.Names.Contains(parameter.Key))
        || request.IsHoisted(parameter);

    private static bool ChangesTheMeaning(string header) =>
        header.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("If-", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Content-Range", StringComparison.OrdinalIgnoreCase);

    private static bool Covers(string accepted, string name) =>
        accepted.EndsWith('*')
            ? name.StartsWith(accepted[..^1], StringComparison.OrdinalIgnoreCase)
            : name.Equals(accepted, StringComparison.OrdinalIgnoreCase);
}

using EmbeddedAws.S3.Errors;

namespace EmbeddedAws.S3.Wire;

/// <summary>
/// The version of an object that a request names. Objects have one here, also where versioning is enabled, and its name is that of an object that is older
/// than the versioning of its bucket (https://docs.aws.amazon.com/AmazonS3/latest/userguide/versioning-workflows.html).
/// </summary>
internal static class VersionId
{
    public const string Parameter = "versionId";

    /// <summary>The one version.</summary>
    public const string Null = "null";

    /// <summary>Whether a request names a version.</summary>
    public static bool IsIn(S3Request request) => request.Query.ContainsKey(Parameter);

    /// <exception cref="S3Exception">The request names another version.</exception>
    public static void Check(S3Request request) => Check(request.Query.GetValueOrDefault(Parameter, Null));

    /// <exception cref="S3Exception">It is another version.</exception>
    public static void Check(string version)
    {
        if (version != Null)
            throw S3Errors.InvalidArgument("Invalid version id specified", Parameter, version);
    }
}

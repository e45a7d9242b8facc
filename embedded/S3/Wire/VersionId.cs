using System.Globalization;
using System.Security.Cryptography;
using EmbeddedAws.S3.Errors;

namespace EmbeddedAws.S3.Wire;

/// <summary>
/// The id of a version: its place among the versions of its key, and random digits, so that no two are ever the same. What was put while its bucket kept
/// no versions has the id <c>null</c> (https://docs.aws.amazon.com/AmazonS3/latest/userguide/versioning-workflows.html).
/// </summary>
internal static class VersionId
{
    public const string Parameter = "versionId";

    /// <summary>The header that tells the version of an object.</summary>
    public const string Header = "x-amz-version-id";

    /// <summary>The header that tells a delete marker.</summary>
    public const string MarkerHeader = "x-amz-delete-marker";

    /// <summary>The id of what was put while its bucket kept no versions.</summary>
    public const string Null = "null";

    private const int PlaceLength = 12;
    private const int RandomLength = 20;

    /// <summary>The version that a request names; null where it names none.</summary>
    /// <exception cref="S3Exception">It is not an id.</exception>
    public static string? Of(S3Request request) => request.Query.TryGetValue(Parameter, out var id) ? Check(id) : null;

    /// <returns>The id.</returns>
    /// <exception cref="S3Exception">It is not one.</exception>
    public static string Check(string id, string parameter = Parameter) =>
        id == Null || (id.Length == PlaceLength + RandomLength && id.All(char.IsAsciiHexDigitLower))
            ? id
            : throw S3Errors.InvalidArgument("Invalid version id specified", parameter, id);

    /// <summary>Tells the version of an object, where its bucket keeps versions.</summary>
    public static void Write(HttpResponse response, string? id, string header = Header)
    {
        if (id is not null)
            response.Headers[header] = id;
    }

    public static string New(long sequence) =>
        sequence.ToString($"x{PlaceLength}", CultureInfo.InvariantCulture) + RandomNumberGenerator.GetHexString(RandomLength, lowercase: true);

    /// <summary>The place of a version; its id is not <c>null</c>.</summary>
    public static long SequenceOf(string id) => long.Parse(id.AsSpan(0, PlaceLength), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}

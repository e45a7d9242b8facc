using System.Globalization;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Errors;

/// <summary>The errors of versions.</summary>
internal static partial class S3Errors
{
    /// <summary>A copy names the version of a delete marker as its source.</summary>
    public static S3Exception CopiesDeleteMarker() => InvalidRequest("The source of a copy request may not specifically refer to a delete marker by version id.");

    /// <summary>A read that names the version of a delete marker.</summary>
    /// <param name="id">The id of the marker.</param>
    /// <param name="modified">Since when it is there.</param>
    public static S3Exception IsDeleteMarker(string id, DateTimeOffset modified) =>
        new(
            405,
            "MethodNotAllowed",
            "The specified method is not allowed against this resource.",
            ("ResourceType", "DeleteMarker"))
        {
            Headers = [.. Marker(id), ("Allow", "DELETE"), ("Last-Modified", modified.ToString("R", CultureInfo.InvariantCulture))],
        };

    /// <summary>A key whose current version is a delete marker.</summary>
    public static S3Exception NoSuchKey(string key, string marker) => new(404, "NoSuchKey", "The specified key does not exist.", ("Key", key)) { Headers = Marker(marker) };

    public static S3Exception NoSuchVersion(string key, string id) =>
        new(404, "NoSuchVersion", "The specified version does not exist.", ("Key", key), ("VersionId", id));

    private static (string, string)[] Marker(string id) => [(VersionId.MarkerHeader, "true"), (VersionId.Header, id)];
}

using EmbeddedAws.S3.Checksums;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>The headers that tell an object's checksum.</summary>
internal static class ChecksumHeaders
{
    /// <summary>What kind of checksum it is, in requests and answers.</summary>
    public const string Type = "x-amz-checksum-type";

    /// <summary>The algorithm of an object that is about to be made.</summary>
    public const string Algorithm = "x-amz-checksum-algorithm";

    public static bool AreWanted(S3Request request, string modeHeader) => request.Header(modeHeader) switch
    {
        null => false,
        "ENABLED" => true,
        var other => throw S3Errors.InvalidArgument("The only checksum mode is ENABLED.", modeHeader, other),
    };

    public static void Write(HttpResponse response, StoredObject stored)
    {
        response.Headers[ChecksumAlgorithm.Of(stored.Algorithm).Header] = stored.Checksum;
        response.Headers[Type] = ChecksumTypes.Of(stored.Checksum);
    }
}

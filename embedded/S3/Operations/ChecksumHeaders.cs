using EmbeddedAws.S3.Checksums;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>The headers that tell an object's checksum.</summary>
internal static class ChecksumHeaders
{
    /// <summary>Objects that are put in one piece have no other type than this.</summary>
    public const string WholeObject = "FULL_OBJECT";

    public static bool AreWanted(S3Request request, string modeHeader) => request.Header(modeHeader) switch
    {
        null => false,
        "ENABLED" => true,
        var other => throw S3Errors.InvalidArgument("The only checksum mode is ENABLED.", modeHeader, other),
    };

    public static void Write(HttpResponse response, StoredObject stored)
    {
        response.Headers[ChecksumAlgorithm.HeaderOf(stored.Algorithm)] = stored.Checksum;
        response.Headers["x-amz-checksum-type"] = WholeObject;
    }
}

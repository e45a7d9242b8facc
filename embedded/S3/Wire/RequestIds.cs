using System.Security.Cryptography;

namespace EmbeddedAws.S3.Wire;

/// <summary>The two ids that S3 gives every answer, for its support to find it by.</summary>
internal static class RequestIds
{
    public const string Id = "x-amz-request-id";
    public const string HostId = "x-amz-id-2";

    public static void Stamp(HttpResponse response) =>
        Stamp(response, RandomNumberGenerator.GetHexString(16), Convert.ToBase64String(RandomNumberGenerator.GetBytes(24)));

    public static void Stamp(HttpResponse response, string id, string hostId)
    {
        response.Headers[Id] = id;
        response.Headers[HostId] = hostId;
    }
}

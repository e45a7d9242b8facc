using System.Security.Cryptography;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>Ids and values that API Gateway makes up.</summary>
internal static class ApiIds
{
    private const string Characters = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const string KeyCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>An id of anything but a resource.</summary>
    public static string New() => RandomNumberGenerator.GetString(Characters, 10);

    /// <summary>An id of a resource, or of a deployment.</summary>
    public static string NewInApi() => RandomNumberGenerator.GetString(Characters, 6);

    /// <summary>The value of a key.</summary>
    public static string NewKey() => RandomNumberGenerator.GetString(KeyCharacters, 40);
}

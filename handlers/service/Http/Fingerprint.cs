using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ImageService.Handlers.Http;

/// <summary>Tells whether several values are the same again.</summary>
internal static class Fingerprint
{
    /// <summary>The SHA-256 of the values as text, each after its length: none can pass for two, nor null for the empty text.</summary>
    public static byte[] Of(params IEnumerable<object?> values) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(values
        .Select(value => value is null ? null : Convert.ToString(value, CultureInfo.InvariantCulture)!)
        .Select(text => text is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{text.Length}:{text}")))));
}

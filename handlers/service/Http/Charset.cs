using System.Text;

namespace ImageService.Handlers.Http;

/// <summary>The charsets in which clients write file names. Each refuses what it has no character for.</summary>
internal static class Charset
{
    /// <summary>A charset by its name, in any case; null for others.</summary>
    public static Encoding? Find(string name) => name.ToLowerInvariant() switch
    {
        "utf-8" or "utf8" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
        "iso-8859-1" or "latin1" => Encoding.GetEncoding("iso-8859-1", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
        "us-ascii" => Encoding.GetEncoding("us-ascii", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
        _ => null,
    };
}

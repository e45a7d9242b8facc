using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Wire;
using EmbeddedAws.Signing;

namespace EmbeddedAws.S3.Operations;

/// <summary>How keys are written into a listing: as they are, or percent-encoded, since XML 1.0 cannot hold every key.</summary>
internal static class EncodingType
{
    private const string Parameter = "encoding-type";
    private const string Url = "url";

    /// <summary>The type, empty for none.</summary>
    public static string Of(S3Request request) => request.Query.GetValueOrDefault(Parameter, "") switch
    {
        "" => "",
        Url => Url,
        var other => throw S3Errors.InvalidArgument("Invalid Encoding Method specified in Request", Parameter, other),
    };

    public static string Encode(string encodingType, string text) => encodingType == Url ? PercentEncoding.Encode(text, keepSlash: true) : text;
}

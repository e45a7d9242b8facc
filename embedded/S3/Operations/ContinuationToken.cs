using System.Buffers.Text;
using EmbeddedAws.S3.Errors;

namespace EmbeddedAws.S3.Operations;

/// <summary>The token of a page: the key that it begins with. To clients it is opaque.</summary>
internal static class ContinuationToken
{
    /// <summary>Tells a token from other base64, and from tokens that a later version may make.</summary>
    private const string Mark = "1.";

    public static string Of(byte[] position) => Mark + Base64Url.EncodeToString(position);

    /// <exception cref="S3Exception">It is not a token of this cloud.</exception>
    public static byte[] Position(string token)
    {
        if (token.StartsWith(Mark, StringComparison.Ordinal) && Base64Url.IsValid(token.AsSpan(Mark.Length)))
            return Base64Url.DecodeFromChars(token.AsSpan(Mark.Length));
        throw S3Errors.InvalidArgument("The continuation token provided is incorrect", "continuation-token", token);
    }
}

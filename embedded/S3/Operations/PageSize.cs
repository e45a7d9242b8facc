using System.Globalization;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>How many entries a page of a listing has.</summary>
internal static class PageSize
{
    private const int Most = 1000;

    /// <param name="request">The request.</param>
    /// <param name="parameter">The parameter that asks for it.</param>
    /// <param name="argument">S3's name of it in the error.</param>
    public static int Of(S3Request request, string parameter, string argument) => Math.Min(Number(request, parameter, argument, Most), Most);

    /// <summary>A number from 0, or what holds when the parameter is not sent.</summary>
    public static int Number(S3Request request, string parameter, string argument, int otherwise)
    {
        if (request.Query.GetValueOrDefault(parameter) is not { Length: > 0 } text)
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw S3Errors.InvalidArgument($"Argument {argument} must be an integer between 0 and 2147483647", parameter, text);
    }
}

using System.Text.RegularExpressions;
using EmbeddedAws.S3.Errors;

namespace EmbeddedAws.S3.Wire;

/// <summary>The rules of https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html</summary>
internal static partial class BucketName
{
    private static readonly string[] ReservedPrefixes = ["xn--", "sthree-", "amzn-s3-demo-"];
    private static readonly string[] ReservedSuffixes = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];

    /// <exception cref="S3Exception">The name breaks a rule.</exception>
    public static void Validate(string name)
    {
        if (!Shape().IsMatch(name)
            || name.Contains("..", StringComparison.Ordinal)
            || IpAddress().IsMatch(name)
            || ReservedPrefixes.Any(p => name.StartsWith(p, StringComparison.Ordinal))
            || ReservedSuffixes.Any(s => name.EndsWith(s, StringComparison.Ordinal)))
        {
            throw S3Errors.InvalidBucketName(name);
        }
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex Shape();

    [GeneratedRegex(@"\A\d+\.\d+\.\d+\.\d+\z")]
    private static partial Regex IpAddress();
}

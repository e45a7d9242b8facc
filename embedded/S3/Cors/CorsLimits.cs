using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Cors;

/// <summary>What rules may not be: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html</summary>
internal static class CorsLimits
{
    /// <summary>The methods that a rule, or a preflight, may name.</summary>
    public static readonly IReadOnlyList<string> Methods = ["GET", "PUT", "POST", "DELETE", "HEAD"];

    private const int MostRules = 100;
    private const int LongestId = 255;

    /// <exception cref="S3Exception">One of the rules breaks a limit.</exception>
    public static void Check(IReadOnlyList<CorsRule> rules)
    {
        if (rules.Count is 0 or > MostRules)
            throw S3Errors.MalformedXml();
        foreach (var rule in rules)
            Check(rule);
    }

    private static void Check(CorsRule rule)
    {
        if (rule.AllowedMethods.Count == 0 || rule.AllowedOrigins.Count == 0 || rule.Id?.Length > LongestId)
            throw S3Errors.MalformedXml();
        if (rule.AllowedMethods.FirstOrDefault(method => !Methods.Contains(method)) is { } other)
            throw S3Errors.InvalidRequest($"Found unsupported HTTP method in CORS config. Unsupported method is {other}");
        Plain("AllowedOrigin", rule.AllowedOrigins);
        Plain("AllowedHeader", rule.AllowedHeaders);
        Plain("ExposeHeader", rule.ExposeHeaders);
        OneWildcard("AllowedOrigin", rule.AllowedOrigins);
        OneWildcard("AllowedHeader", rule.AllowedHeaders);
        if (rule.ExposeHeaders.FirstOrDefault(header => header.Contains('*', StringComparison.Ordinal)) is { } wild)
            throw S3Errors.InvalidRequest($"ExposeHeader \"{wild}\" contains wildcard. We currently do not support wildcard for ExposeHeader.");
    }

    private static void Plain(string element, IEnumerable<string> values)
    {
        if (values.FirstOrDefault(value => !HeaderText.IsPlain(value)) is { } other)
            throw S3Errors.InvalidRequest($"{element} \"{other}\" contains invalid character.");
    }

    private static void OneWildcard(string element, IEnumerable<string> patterns)
    {
        if (patterns.FirstOrDefault(pattern => pattern.Count(c => c == '*') > 1) is { } wild)
            throw S3Errors.InvalidRequest($"{element} \"{wild}\" can not have more than one wildcard.");
    }
}

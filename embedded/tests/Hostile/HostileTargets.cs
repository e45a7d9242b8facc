using System.Globalization;
using System.Text;

namespace EmbeddedAws.Tests.Hostile;

/// <summary>Paths and queries, encoded in each way that there is, and in some that there are not.</summary>
internal static class HostileTargets
{
    /// <summary>Of GetObject.</summary>
    public static readonly string[] OfReads = ["response-content-type", "response-expires", "response-content-disposition", "response-cache-control", "response-content-language", "response-content-encoding", "x-id", "versionId", "partNumber"];

    /// <summary>Of the listings of objects, uploads and parts.</summary>
    public static readonly string[] OfLists =
        ["prefix", "prefix", "delimiter", "max-keys", "start-after", "continuation-token", "encoding-type", "fetch-owner", "marker", "upload-id-marker", "key-marker", "max-uploads", "part-number-marker", "max-parts"];

    private static readonly string[] OfOthers =
        ["list-type", "uploads", "uploadId", "partNumber", "versionId", "delete", "tagging", "acl", "cors", "location", "versioning", "policy", "x-amz-meta-a", "torrent", "a", "", "%00", "%zz", "\\"];

    private static readonly string[] Values =
        ["0", "1", "2", "1000", "1001", "-1", "url", "xml", "true", "null", "1.AA", "1.", "1.____", "1.!", "99999999999", "%C3%28", "%00", "%0A", "/", "%2F", "+", "%", "%F0%9F%8C%B3", "a%00b", "%FF"];

    private static readonly string[] Broken = ["%", "%2", "%zz", "%c0%af", "%ff%fe", "%u0041", "%ed%a0%80", "a%", "%00%00", "%C3", "%+1", "% 1"];

    /// <summary>A part of a path.</summary>
    public static string Encoded(string text, Random random) => random.Next(12) switch
    {
        0 => Escaped(text, "x2"),
        1 => Uri.EscapeDataString(Uri.EscapeDataString(text)),
        2 => random.Pick(Broken).Replace(" ", "", StringComparison.Ordinal),
        3 or 4 => AsItIs(text),
        5 => string.Concat(Enumerable.Repeat("%2e%2e/", random.Next(1, 200))),
        6 => $"{Escaped(text, "X2")}{new string('a', random.Next(1100))}",
        7 => "hello",
        _ => Escaped(text, "X2"),
    };

    /// <summary>A query with a few parameters, some of them twice or too long.</summary>
    /// <param name="random">Decides.</param>
    /// <param name="most">How many.</param>
    /// <param name="names">Those that the operation has; others are seldom.</param>
    /// <param name="first">The one before them, or nothing.</param>
    public static string Query(Random random, int most, string[] names, string first = "")
    {
        var parameters = random.UpTo(most, () => $"{random.Pick(random.Once(of: 6) ? OfOthers : names)}={Value(random)}").Prepend(first).Where(parameter => parameter.Length > 0).ToList();
        if (parameters.Count > 0 && random.Once(of: 12))
            parameters.Add(random.Pick(parameters));
        return parameters.Count == 0 ? "" : $"?{string.Join(random.Once(of: 20) ? "&&" : "&", parameters)}";
    }

    private static string Value(Random random) => random.Next(20) switch
    {
        0 => new string('a', random.Next(7000)),
        1 => string.Concat(Enumerable.Repeat("%C3%BC", random.Next(600))),
        < 6 => Escaped(random.Pick(HostileTexts.Any), "X2"),
        _ => random.Pick(Values),
    };

    private static string Escaped(string text, string format) => string.Concat(Encoding.UTF8.GetBytes(text).Select(value => $"%{value.ToString(format, CultureInfo.InvariantCulture)}"));

    /// <summary>Without what would end the path or the request line.</summary>
    private static string AsItIs(string text) => string.Concat(text.Where(c => c is > ' ' and <= '~' and not '?'));
}

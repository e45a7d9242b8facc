using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using EmbeddedAws.S3.Errors;

namespace EmbeddedAws.S3.Cors;

/// <summary>Rules as XML: https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketCors.html</summary>
internal static class CorsXml
{
    public const string Root = "CORSConfiguration";

    private static readonly string[] Elements = ["ID", "AllowedHeader", "AllowedMethod", "AllowedOrigin", "ExposeHeader", "MaxAgeSeconds"];

    /// <exception cref="S3Exception">They are not rules.</exception>
    public static IReadOnlyList<CorsRule> Read(XElement? root)
    {
        if (root?.Name.LocalName != Root || root.Elements().Any(element => element.Name.LocalName != "CORSRule"))
            throw S3Errors.MalformedXml();
        var rules = root.Elements().Select(ReadRule).ToList();
        CorsLimits.Check(rules);
        return rules;
    }

    public static void Write(XmlWriter xml, IEnumerable<CorsRule> rules)
    {
        foreach (var rule in rules)
        {
            xml.WriteStartElement("CORSRule");
            if (rule.Id is not null)
                xml.WriteElementString("ID", rule.Id);
            WriteAll(xml, "AllowedOrigin", rule.AllowedOrigins);
            WriteAll(xml, "AllowedMethod", rule.AllowedMethods);
            WriteAll(xml, "AllowedHeader", rule.AllowedHeaders);
            WriteAll(xml, "ExposeHeader", rule.ExposeHeaders);
            if (rule.MaxAgeSeconds is { } seconds)
                xml.WriteElementString("MaxAgeSeconds", seconds.ToString(CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }
    }

    private static CorsRule ReadRule(XElement rule)
    {
        if (rule.Elements().Any(element => element.HasElements || !Elements.Contains(element.Name.LocalName)))
            throw S3Errors.MalformedXml();
        var maxAge = Single("MaxAgeSeconds");
        if (maxAge is not null && !int.TryParse(maxAge, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            throw S3Errors.MalformedXml();
        return new CorsRule(
            Single("ID"),
            All("AllowedOrigin"),
            All("AllowedMethod"),
            All("AllowedHeader"),
            All("ExposeHeader"),
            maxAge is null ? null : int.Parse(maxAge, NumberStyles.None, CultureInfo.InvariantCulture));

        List<string> All(string name) => [.. rule.Elements().Where(element => element.Name.LocalName == name).Select(element => element.Value.Trim())];

        string? Single(string name) => All(name) switch
        {
            [] => null,
            [var one] => one,
            _ => throw S3Errors.MalformedXml(),
        };
    }

    private static void WriteAll(XmlWriter xml, string name, IEnumerable<string> values)
    {
        foreach (var value in values)
            xml.WriteElementString(name, value);
    }
}

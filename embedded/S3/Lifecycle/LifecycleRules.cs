using System.Globalization;
using System.Xml.Linq;
using EmbeddedAws.S3.Errors;

namespace EmbeddedAws.S3.Lifecycle;

/// <summary>What rules may not be, beyond their shape: https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html</summary>
internal static class LifecycleRules
{
    private static readonly string[] Actions =
        ["Expiration", "Transition", "NoncurrentVersionExpiration", "NoncurrentVersionTransition", "AbortIncompleteMultipartUpload"];

    /// <exception cref="S3Exception">A rule is not one that S3 takes.</exception>
    public static void Check(XElement configuration)
    {
        foreach (var rule in configuration.Elements())
            CheckRule(rule);
        if (configuration.Elements().Select(rule => rule.Element("ID")?.Value).OfType<string>().GroupBy(id => id).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw S3Errors.InvalidArgument("Rule ID must be unique. Found same ID for more than one rule.", "ID", twice.Key);
    }

    /// <summary>Whether a date of a rule is one: S3 takes midnights of UTC only.</summary>
    public static bool IsMidnight(string date) => DateIn(date) is { } time && time.TimeOfDay == TimeSpan.Zero;

    public static DateTimeOffset? DateIn(string date) =>
        DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    private static void CheckRule(XElement rule)
    {
        // The prefix of a rule is that of the first version of the interface; a filter has taken its place.
        if (rule.Element("Filter") is null == rule.Element("Prefix") is null)
            throw S3Errors.MalformedXml();
        if (rule.Element("Filter")?.Elements().Count() > 1)
            throw S3Errors.MalformedXml();
        if (!Actions.Any(action => rule.Element(action) is not null))
            throw S3Errors.InvalidRequest("At least one action needs to be specified in a rule.");
        if (rule.Element("Expiration") is { } expiration && expiration.Elements().Count() != 1)
            throw S3Errors.MalformedXml();
        if (rule.Element("Expiration")?.Element("Days") is { Value: "0" })
            throw S3Errors.InvalidArgument("'Days' for Expiration action must be a positive integer", "Days", "0");
        if (rule.Elements("Transition").Any(transition => transition.Elements().Count() != 2))
            throw S3Errors.MalformedXml();
    }
}

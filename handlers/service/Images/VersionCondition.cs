using System.Globalization;
using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;
using Microsoft.Net.Http.Headers;

namespace ImageService.Handlers.Images;

/// <summary>The versions at which a client lets an image be changed: its <c>If-Match</c> (RFC 9110, section 13.1.1).</summary>
/// <param name="Versions">The versions; null for any.</param>
internal sealed record VersionCondition(IReadOnlyList<long>? Versions)
{
    /// <summary>DynamoDB's IN takes no more operands.</summary>
    private const int MostTags = 100;

    /// <summary>Reads the header.</summary>
    /// <returns>Null without the header.</returns>
    /// <exception cref="ProblemException">400 <c>invalid-header</c>.</exception>
    public static VersionCondition? Of(Request request)
    {
        if (!request.Headers.TryGetValue("If-Match", out var values))
            return null;
        if (EntityTags.Parse(values) is not { Count: <= MostTags } tags)
        {
            throw new ProblemException(
                Problems.InvalidHeader, new FieldError("If-Match", $"must be * or a list of at most {MostTags} entity tags, such as \"v1\" with its quotes"));
        }

        return new VersionCondition(tags.Contains(EntityTagHeaderValue.Any) ? null : [.. tags.Select(VersionOf)]);
    }

    public bool Allows(long version) => Versions?.Contains(version) ?? true;

    public static ProblemException Failed(ImageId id) =>
        new(Problems.PreconditionFailed, $"The image {id} is not at a version that If-Match names. Get it again to see what it is now.");

    /// <summary>The version that a tag names; 0, which no image has, for a weak tag or one of something else.</summary>
    private static long VersionOf(EntityTagHeaderValue tag) =>
        !tag.IsWeak && tag.Tag.Length > 3
        && long.TryParse(tag.Tag.AsSpan()[2..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        && tag.Tag.Equals(Image.ETagOf(version), StringComparison.Ordinal)
            ? version
            : 0;
}

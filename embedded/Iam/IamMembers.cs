using System.Text.RegularExpressions;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Iam;

/// <summary>Members that several operations of IAM have, with IAM's rules for them.</summary>
internal static partial class IamMembers
{
    /// <summary>The name of a role.</summary>
    public static string RoleName(this ControlRequest request) => request.Name("RoleName", 64);

    /// <summary>The name of a policy of a role.</summary>
    public static string PolicyName(this ControlRequest request) => request.Name("PolicyName", 128);

    /// <summary>The tags, by their keys.</summary>
    public static Dictionary<string, string> Tags(this ControlRequest request)
    {
        var tags = new Dictionary<string, string>();
        foreach (var (key, value) in request.TagList("Tags"))
        {
            if (key.Length is 0 or > 128 || value.Length > 256 || !TagCharacters().IsMatch(key) || !TagCharacters().IsMatch(value))
                throw request.Invalid($"The tag {key} must have a key of 1 to 128 characters and a value of 256 at most: letters, digits, spaces and _.:/=+-@.");
            if (!tags.TryAdd(key, value))
                throw request.Invalid("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        }

        return tags;
    }

    /// <summary>A role may have 50 tags: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html.</summary>
    public static Dictionary<string, string> Tagged(IReadOnlyDictionary<string, string> tags, IReadOnlyDictionary<string, string> with)
    {
        var all = tags.With(with);
        return all.Count <= ResourceTags.Most ? all : throw IamErrors.LimitExceeded($"The number of tags has reached the maximum limit of {ResourceTags.Most}.");
    }

    /// <summary>The description of a role.</summary>
    public static string? RoleDescription(this ControlRequest request) => request.Text("Description") is not { } text || (text.Length <= 1000 && Description().IsMatch(text))
        ? request.Text("Description")
        : throw request.Invalid("1 validation error detected: Value at 'description' failed to satisfy constraint: Member must have length less than or equal to 1000, and no control characters");

    /// <summary>How long a session of a role may last.</summary>
    public static int? MaxSessionDuration(this ControlRequest request) => request.Number("MaxSessionDuration") is not { } seconds || seconds is >= 3600 and <= 43200
        ? request.Number("MaxSessionDuration")
        : throw request.Invalid("1 validation error detected: Value at 'maxSessionDuration' failed to satisfy constraint: Member must have value from 3600 to 43200");

    /// <summary>The path of a role.</summary>
    public static string Path(this ControlRequest request) => request.Text("Path") is not { Length: > 0 } path ? "/"
        : path.Length <= 512 && PathCharacters().IsMatch(path) ? path
        : throw request.Invalid("The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.");

    private static string Name(this ControlRequest request, string member, int longest)
    {
        var name = request.RequiredText(member);
        if (name.Length > longest)
            throw request.Invalid($"1 validation error detected: Value at '{member}' failed to satisfy constraint: Member must have length less than or equal to {longest}");
        return NameCharacters().IsMatch(name)
            ? name
            : throw request.Invalid($"The specified value for {member} is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-");
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_+=,.@-]+\z")]
    private static partial Regex NameCharacters();

    [GeneratedRegex(@"\A(/|/[!-~]+/)\z")]
    private static partial Regex PathCharacters();

    [GeneratedRegex(@"\A[\p{L}\p{Z}\p{N}_.:/=+\-@]*\z")]
    private static partial Regex TagCharacters();

    [GeneratedRegex(@"\A[\t\n\r -~¡-ÿ]*\z")]
    private static partial Regex Description();
}

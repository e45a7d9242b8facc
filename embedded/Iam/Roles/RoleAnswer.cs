using System.Globalization;
using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Iam.Roles;

/// <summary>Roles as IAM answers them: https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html.</summary>
internal static class RoleAnswer
{
    /// <summary>The role with all that there is of it.</summary>
    public static JsonObject Of(StoredRole role)
    {
        var answer = Summary(role);
        if (role.Tags.Count > 0)
            answer["Tags"] = Tags(role.Tags);
        answer["RoleLastUsed"] = new JsonObject();
        return answer;
    }

    /// <summary>The role as a list has it: without its tags.</summary>
    public static JsonObject Summary(StoredRole role) => new()
    {
        ["Path"] = role.Path,
        ["RoleName"] = role.Name,
        ["RoleId"] = role.Id,
        ["Arn"] = ArnOf(role),
        ["CreateDate"] = Time(role.Created),
        ["AssumeRolePolicyDocument"] = Document(role.TrustPolicy),
        ["Description"] = string.IsNullOrEmpty(role.Description) ? null : role.Description,
        ["MaxSessionDuration"] = role.MaxSessionDuration,
    };

    /// <summary>The ARN of a role.</summary>
    public static string ArnOf(StoredRole role) => Arn.OfIam($"role{role.Path}{role.Name}");

    /// <summary>Tags in the order of their keys.</summary>
    public static JsonArray Tags(IEnumerable<KeyValuePair<string, string>> tags) =>
        tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).ToTagList();

    /// <summary>A document is URL-encoded in an answer (RFC 3986).</summary>
    public static string Document(string json) => Uri.EscapeDataString(json);

    /// <summary>A time as the query protocol writes it.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

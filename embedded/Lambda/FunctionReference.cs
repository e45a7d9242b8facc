using System.Text.RegularExpressions;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda;

/// <summary>How requests name a function: by its name, by its ARN, or by <c>000000000000:function:name</c>, each with a version or without.</summary>
internal static partial class FunctionReference
{
    /// <summary>The name of a function that a request names.</summary>
    /// <exception cref="AwsException">It is not well-formed, or of a version or an account that there is not.</exception>
    public static string Read(ControlRequest request, string member = "FunctionName")
    {
        var name = NameOf(request.RequiredText(member));
        if (request.Text("Qualifier") is { Length: > 0 } qualifier && qualifier != FunctionConfiguration.Latest)
            throw NotFound($"{name}:{qualifier}");
        return name;
    }

    /// <summary>The name of a function in a reference to it.</summary>
    /// <exception cref="AwsException">It is not well-formed, or of a version or an account that there is not.</exception>
    public static string NameOf(string reference)
    {
        var match = Pattern().Match(reference);
        if (!match.Success || match.Groups["name"].Length > 64)
        {
            throw new AwsException(
                400, "ValidationException", $"1 validation error detected: Value '{reference}' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern: {Form}");
        }

        var (account, region, version) = (match.Groups["account"], match.Groups["region"], match.Groups["version"]);
        var isHere = (!account.Success || account.Value == Arn.Account) && (!region.Success || region.Value == Arn.Region);
        return isHere && (!version.Success || version.Value == FunctionConfiguration.Latest) ? match.Groups["name"].Value : throw NotFound(reference);
    }

    public static AwsException NotFound(string name) => new(
        404, "ResourceNotFoundException", $"Function not found: {(name.StartsWith("arn:", StringComparison.Ordinal) ? name : FunctionConfiguration.ArnOf(name))}");

    private const string Form =
        @"(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}(-gov)?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\$LATEST|[a-zA-Z0-9-_]+))?";

    [GeneratedRegex(@"\A(?:arn:aws:lambda:(?<region>[a-z0-9-]+):)?(?:(?<account>\d{12}):)?(?:function:)?(?<name>[a-zA-Z0-9_-]+)(?::(?<version>\$LATEST|[a-zA-Z0-9_-]+))?\z")]
    private static partial Regex Pattern();
}

using System.Text.Json;

namespace EmbeddedAws.Iam.Policies;

/// <summary>Policies as clients send them.</summary>
internal static class PolicyDocument
{
    /// <summary>What the policies of a role may have, without white space: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html.</summary>
    private const int MostCharacters = 10_240;

    /// <summary>Reads the statements of a policy of a role.</summary>
    /// <exception cref="ControlPlane.AwsException">It is malformed, or has an element that is not evaluated here.</exception>
    public static IReadOnlyList<PolicyStatement> Read(string document) => Read(document, PolicyStatement.Read);

    /// <summary>Refuses policies of a role that are too long together.</summary>
    public static void VerifySize(string role, IEnumerable<string> documents)
    {
        if (documents.Sum(document => document.Count(character => !char.IsWhiteSpace(character))) > MostCharacters)
            throw IamErrors.LimitExceeded($"Maximum policy size of {MostCharacters} bytes exceeded for role {role}");
    }

    /// <summary>Reads a document, and says what is wrong with it.</summary>
    /// <exception cref="ControlPlane.AwsException">It is malformed, or has an element that is not evaluated here.</exception>
    public static T Read<T>(string document, Func<string, T> read)
    {
        try
        {
            return read(document);
        }
        catch (JsonException)
        {
            throw IamErrors.MalformedPolicy("This policy contains invalid Json");
        }
        catch (NotSupportedException exception)
        {
            throw IamErrors.MalformedPolicy(exception.Message);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException)
        {
            // An element is missing, or is not of its type.
            throw IamErrors.MalformedPolicy("Syntax errors in policy.");
        }
    }
}

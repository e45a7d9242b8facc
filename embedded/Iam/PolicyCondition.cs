using System.Text.Json;

namespace EmbeddedAws.Iam;

/// <summary>
/// A condition of a statement: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html. Those that are known compare
/// a text of the request with patterns.
/// </summary>
/// <param name="Key">What is compared: <c>s3:prefix</c>.</param>
/// <param name="Patterns">What it must be like: one of these texts, with <c>*</c> and <c>?</c>.</param>
public sealed record PolicyCondition(string Key, IReadOnlyList<string> Patterns)
{
    /// <summary>The prefix that a listing of a bucket asks for.</summary>
    internal const string S3Prefix = "s3:prefix";

    /// <summary>The service that a role is given to.</summary>
    internal const string PassedToService = "iam:PassedToService";

    /// <summary>
    /// Whether the request came over TLS. Here it is always so: the cloud listens on the loopback interface only, from which nobody can read or change
    /// a request, and a policy that denies what is not encrypted must not deny everything.
    /// </summary>
    private const string SecureTransport = "aws:SecureTransport";

    /// <summary>Whether it holds. A request that has nothing under the key does not meet it.</summary>
    internal bool Holds(IReadOnlyDictionary<string, string> context) => Key == SecureTransport
        ? Patterns.Contains("true", StringComparer.OrdinalIgnoreCase)
        : context.TryGetValue(Key, out var text) && Patterns.Any(pattern => PolicyPattern.Fits(pattern, text));

    /// <summary>Reads the element <c>Condition</c>, whose conditions must all hold.</summary>
    /// <exception cref="NotSupportedException">It has an operator or a key that is not evaluated here.</exception>
    internal static IReadOnlyList<PolicyCondition> Read(JsonElement element) =>
    [
        .. from @operator in element.EnumerateObject()
           from key in @operator.Value.EnumerateObject()
           select (@operator.Name, key.Name) switch
           {
               ("StringLike", S3Prefix or PassedToService) => new PolicyCondition(key.Name, PolicyPattern.Read(key.Value)),
               ("StringEquals", PassedToService) when !PolicyPattern.Texts(key.Value).Any(text => text.AsSpan().ContainsAny('*', '?')) => new PolicyCondition(key.Name, PolicyPattern.Read(key.Value)),
               ("Bool", SecureTransport) => new PolicyCondition(key.Name, [key.Value.ToString()]),
               _ => throw new NotSupportedException($"The embedded IAM does not evaluate the condition {@operator.Name} of {key.Name}."),
           },
    ];
}

using System.Text.RegularExpressions;

namespace EmbeddedAws.DynamoDb.Tables;

/// <summary>A table as a request names it: by its name or by its ARN. Answers repeat what was given.</summary>
/// <param name="Given">The name or the ARN.</param>
internal sealed partial record TableReference(string Given)
{
    private static readonly string OwnArns = TableDefinition.ArnOf("");

    /// <summary>The table's name. No table here has the ARN of another region or account, which is left as it is.</summary>
    public string Name { get; } = Given.StartsWith(OwnArns, StringComparison.Ordinal) ? Given[OwnArns.Length..] : Given;

    public string Arn => IsForeign ? Given : TableDefinition.ArnOf(Name);

    /// <summary>Whether it is the ARN of another region or account.</summary>
    public bool IsForeign => TableArn().IsMatch(Name);

    [GeneratedRegex(@"\Aarn:aws[a-z-]*:dynamodb:[a-z0-9-]+:[0-9]{12}:table/[a-zA-Z0-9_.-]{3,255}\z")]
    private static partial Regex TableArn();
}

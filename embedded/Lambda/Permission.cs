using System.Text.Json.Nodes;
using EmbeddedAws.Iam;

namespace EmbeddedAws.Lambda;

/// <summary>A statement of a function's policy: https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html.</summary>
/// <param name="StatementId">Its name.</param>
/// <param name="Action">What it allows: <c>lambda:InvokeFunction</c>.</param>
/// <param name="Principal">Whom: <c>apigateway.amazonaws.com</c>.</param>
internal sealed record Permission(string StatementId, string Action, string Principal)
{
    /// <summary>For which resources of the principal, with <c>*</c> and <c>?</c>; null for all.</summary>
    public string? SourceArn { get; init; }

    /// <summary>Whose resources; null for those of all accounts.</summary>
    public string? SourceAccount { get; init; }

    /// <summary>Whether it lets a service invoke the function for one of its resources.</summary>
    public bool Allows(string principal, string sourceArn) =>
        PolicyPattern.Fits(Action, "lambda:InvokeFunction", ignoreCase: true)
        && (Principal == principal || Principal == "*")
        && (SourceArn is null || PolicyPattern.Fits(SourceArn, sourceArn))
        && (SourceAccount is null || SourceAccount == ControlPlane.Arn.Account);

    /// <summary>The statement as a policy has it.</summary>
    public JsonObject Write(string functionArn)
    {
        var statement = new JsonObject
        {
            ["Sid"] = StatementId,
            ["Effect"] = "Allow",
            [nameof(Principal)] = PrincipalMember(),
            [nameof(Action)] = Action,
            ["Resource"] = functionArn,
        };
        var condition = new JsonObject();
        if (SourceAccount is not null)
            condition["StringEquals"] = new JsonObject { ["AWS:SourceAccount"] = SourceAccount };
        if (SourceArn is not null)
            condition["ArnLike"] = new JsonObject { ["AWS:SourceArn"] = SourceArn };
        if (condition.Count > 0)
            statement["Condition"] = condition;
        return statement;
    }

    private JsonNode PrincipalMember()
    {
        if (Principal == "*")
            return "*";
        if (Principal.EndsWith(".amazonaws.com", StringComparison.Ordinal))
            return new JsonObject { ["Service"] = Principal };
        return new JsonObject { ["AWS"] = Principal.StartsWith("arn:", StringComparison.Ordinal) ? Principal : $"arn:aws:iam::{Principal}:root" };
    }
}

using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.CloudWatch;

/// <summary>A dashboard as it is stored.</summary>
/// <param name="Name">Its name, unique in the account.</param>
/// <param name="Body">What it shows, in JSON, as it was put.</param>
/// <param name="Modified">When it was put.</param>
internal sealed record Dashboard(string Name, string Body, DateTimeOffset Modified)
{
    /// <summary>Dashboards belong to no region.</summary>
    public static string ArnOf(string name) => $"arn:aws:cloudwatch::{Arn.Account}:dashboard/{name}";

    /// <summary>What is answered for the name of a dashboard that does not exist.</summary>
    public static AwsException NotFound(string name) => new(404, "ResourceNotFound", $"Dashboard {name} does not exist");
}

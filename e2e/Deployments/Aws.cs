namespace ImageService.E2E.Deployments;

/// <summary>The account and region of the embedded cloud, and names in AWS's form.</summary>
internal static class Aws
{
    public const string Region = "us-east-1";
    public const string Account = "000000000000";

    public static string Arn(string service, string resource) => $"arn:aws:{service}:{Region}:{Account}:{resource}";
}

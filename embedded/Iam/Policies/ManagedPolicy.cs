using System.Security.Cryptography;
using System.Text;

namespace EmbeddedAws.Iam.Policies;

/// <summary>A policy that AWS manages, of those that are known here: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html.</summary>
/// <param name="Path">Where it is among the policies: <c>/service-role/</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Actions">What it allows on all resources.</param>
internal sealed record ManagedPolicy(string Path, string Name, params IReadOnlyList<string> Actions)
{
    /// <summary>The version in effect, the only one.</summary>
    public const string Version = "v1";

    private static readonly Dictionary<string, ManagedPolicy> All = new ManagedPolicy[]
    {
        new("/", "AdministratorAccess", "*"),
        new("/", "AmazonS3FullAccess", "s3:*", "s3-object-lambda:*"),
        new("/", "AmazonS3ReadOnlyAccess", "s3:Get*", "s3:List*", "s3:Describe*", "s3-object-lambda:Get*", "s3-object-lambda:List*"),
        new("/service-role/", "AWSLambdaBasicExecutionRole", "logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"),
        new(
            "/service-role/", "AmazonAPIGatewayPushToCloudWatchLogs", "logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogGroups", "logs:DescribeLogStreams",
            "logs:PutLogEvents", "logs:GetLogEvents", "logs:FilterLogEvents"),
    }.ToDictionary(policy => policy.Arn);

    /// <summary>Its ARN.</summary>
    public string Arn => $"arn:aws:iam::aws:policy{Path}{Name}";

    /// <summary>Its id, made up from its name.</summary>
    public string Id => $"ANPA{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Name)))[..16]}";

    /// <summary>It in JSON.</summary>
    public string Document =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[{{string.Join(',', Actions.Select(action => $"\"{action}\""))}}],"Resource":"*"}]}""";

    /// <summary>The policy with an ARN.</summary>
    /// <exception cref="ControlPlane.AwsException">It is not known here.</exception>
    public static ManagedPolicy Find(string arn) => All.GetValueOrDefault(arn)
        ?? throw IamErrors.NoSuchEntity($"Policy {arn} does not exist or is not attachable: the embedded cloud has {string.Join(", ", All.Values.Select(policy => policy.Name))}.");
}

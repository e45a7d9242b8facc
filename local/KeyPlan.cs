using System.Security.Cryptography;
using System.Text;
using EmbeddedAws.ApiGateway;
using ImageService.Handlers.Routing;

namespace ImageService.Local;

/// <summary>The API keys of a deployment and what each may send, in an embedded cloud's terms.</summary>
internal static class KeyPlan
{
    public static UsagePlan Of(ServiceDeploymentOptions options) => new([.. options.ApiKeys.Select(Key)])
    {
        Throttle = ThrottleOf(options.RequestLimit),
        MethodThrottles = new Dictionary<string, Throttle> { [$"{RouteTable.PathOf(Operation.CreateUpload)}/POST"] = ThrottleOf(options.UploadLimit) },
    };

    /// <summary>The id is the same each time the program is started with the key: what it has claimed stays its own.</summary>
    private static ApiKey Key(string value) => new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)))[..10], value);

    private static Throttle ThrottleOf(UsageLimit limit) => new(limit.RequestsPerSecond, limit.Burst);
}

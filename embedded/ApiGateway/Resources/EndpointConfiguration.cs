using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>Where an API is reached: https://docs.aws.amazon.com/apigateway/latest/api/API_EndpointConfiguration.html. Here all are on this machine.</summary>
internal static class EndpointConfiguration
{
    /// <summary>Sets what a request says.</summary>
    public static StoredApi Set(StoredApi api, JsonObject? configuration, Func<string, AwsException> invalid)
    {
        if (configuration is null)
            return api;
        var members = new ControlRequest("endpointConfiguration", configuration, invalid("").Code);
        var types = members.TextList("types");
        var address = members.Text("ipAddressType");
        members.Finish();
        if (types.Count > 1)
            throw ApiErrors.BadRequest("Only one endpoint type can be specified");
        return api with
        {
            EndpointType = types is [var type] ? VerifiedType(type) : api.EndpointType,
            IpAddressType = address is { Length: > 0 } ? VerifiedAddressType(address) : api.IpAddressType,
        };
    }

    /// <summary>A type that is supported.</summary>
    public static string VerifiedType(string type) => type is "REGIONAL" or "EDGE" ? type : throw ApiErrors.Unsupported($"the endpoint type {type}");

    /// <summary>A kind of addresses that there is.</summary>
    public static string VerifiedAddressType(string type) =>
        type is "ipv4" or "dualstack" ? type : throw ApiErrors.BadRequest("Invalid ipAddressType: it must be ipv4 or dualstack");
}

using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Sts;

/// <summary>https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html. Every caller that is not a role is the user of this machine.</summary>
internal sealed class GetCallerIdentity : IControlOperation
{
    public Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        request.Finish();
        return new ControlAnswer(new JsonObject { ["Arn"] = Arn.OfIam("user/developer"), ["UserId"] = "AIDAEMBEDDEDCLOUD0000", ["Account"] = Arn.Account });
    }
}

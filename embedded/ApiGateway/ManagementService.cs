using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway;

/// <summary>
/// The operations that manage APIs. Policies speak of their methods and paths, not of their names:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-create-and-manage-api.html.
/// </summary>
internal sealed class ManagementService(ControlRoutes routes, ControlAuthentication authentication)
    : RestJsonService("apigateway", "BadRequestException", routes, authentication)
{
    protected override string ActionOf(HttpRequest request, IControlOperation operation) => $"{ActionPrefix}:{request.Method}";

    protected override IReadOnlyList<string> ResourcesOf(HttpRequest http, IControlOperation operation, ControlRequest request)
    {
        var (route, members) = RouteOf(http);
        return [$"arn:aws:apigateway:{Arn.Region}::{route.PathOf(members)}"];
    }
}

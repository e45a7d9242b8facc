using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetApiKeys.html</summary>
internal sealed class GetApiKeys(ResourceStore resources) : ApiGatewayQuery(resources)
{
    protected override Func<IResources, ControlAnswer> Read(ControlRequest request)
    {
        var (page, withValues) = (ApiPage.Of(request), request.Boolean("includeValues") ?? false);
        var (name, customer) = (request.Text("nameQuery") ?? "", request.Text("customerId"));
        return stored => page.Answer(
            stored.List<StoredApiKey>().Where(key => (key.Name ?? "").StartsWith(name, StringComparison.Ordinal) && (customer is null || key.CustomerId == customer)),
            key => key.Id,
            key => ApiAnswer.Of(key, withValues));
    }
}

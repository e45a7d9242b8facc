namespace ImageService.Stack.Api;

/// <summary>What the gateway answers itself: problem details, as the functions do.</summary>
internal sealed class GatewayResponses : ComponentResource
{
    public GatewayResponses(string name, Aws.ApiGateway.RestApi api, ApiDefinition definition, ComponentResourceOptions? options = null)
        : base("image-service:api:GatewayResponses", name, options)
    {
        foreach (var response in definition.GatewayResponses)
        {
            _ = new Aws.ApiGateway.Response(
                $"{name}-{response.ResponseType}",
                new()
                {
                    RestApiId = api.Id,
                    ResponseType = response.ResponseType,
                    StatusCode = response.StatusCode,
                    // The key is what the gateway looks up; the header is what the client sees.
                    ResponseTemplates = { ["application/json"] = response.Template },
                    ResponseParameters = response.Headers.ToDictionary(
                        header => $"gatewayresponse.header.{header.Key}", header => $"'{header.Value}'"),
                },
                new() { Parent = this });
        }

        RegisterOutputs();
    }
}

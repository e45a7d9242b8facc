using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using ImageService.Handlers.Collecting;
using ImageService.Lambda;
using ImageService.Native;

// What Lambda's runtime dotnet10 does for the managed package: finds the function that the handler string names, and gives it event after event.
var serializer = new SourceGeneratorLambdaJsonSerializer<LambdaJson>();
var name = Functions.NameIn(Environment.GetEnvironmentVariable("_HANDLER"));
if (name == nameof(CollectGarbageFunction))
{
    using var collector = new CollectGarbageFunction();
    await LambdaBootstrapBuilder.Create<CollectorEvent, CollectorReport>(collector.HandleAsync, serializer).Build().RunAsync();
}
else
{
    using var function = Functions.Make(name);
    await LambdaBootstrapBuilder.Create<APIGatewayProxyRequest, APIGatewayProxyResponse>(function.HandleAsync, serializer).Build().RunAsync();
}

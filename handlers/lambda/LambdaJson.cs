using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using ImageService.Handlers.Collecting;
using ImageService.Lambda;

[assembly: LambdaSerializer(typeof(SourceGeneratorLambdaJsonSerializer<LambdaJson>))]

namespace ImageService.Lambda;

/// <summary>The JSON of the event and of the answer, by source generation: a cold start reflects on nothing.</summary>
[JsonSerializable(typeof(APIGatewayProxyRequest))]
[JsonSerializable(typeof(APIGatewayProxyResponse))]
[JsonSerializable(typeof(CollectorEvent))]
[JsonSerializable(typeof(CollectorReport))]
public sealed partial class LambdaJson : JsonSerializerContext;

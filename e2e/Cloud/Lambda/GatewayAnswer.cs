using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using ImageService.Handlers.Http;

namespace ImageService.E2E.Cloud.Lambda;

/// <summary>Reads a function's answer as strictly as API Gateway does: one with an unknown member is a 502.</summary>
internal static class GatewayAnswer
{
    private static readonly JsonSerializerOptions Strict = new() { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static Response Read(byte[] json)
    {
        try
        {
            var answer = JsonSerializer.Deserialize<APIGatewayProxyResponse>(json, Strict)!;
            return new Response(answer.StatusCode)
            {
                Headers = Headers(answer),
                Body = answer.IsBase64Encoded ? Convert.FromBase64String(answer.Body) : Encoding.UTF8.GetBytes(answer.Body ?? ""),
            };
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            throw new InvalidDataException($"API Gateway cannot read this answer: {Encoding.UTF8.GetString(json)}", exception);
        }
    }

    private static Dictionary<string, string> Headers(APIGatewayProxyResponse answer)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in answer.Headers ?? new Dictionary<string, string>())
            headers[name] = value;
        foreach (var (name, values) in answer.MultiValueHeaders ?? new Dictionary<string, IList<string>>())
            headers[name] = string.Join(", ", values);
        return headers;
    }
}

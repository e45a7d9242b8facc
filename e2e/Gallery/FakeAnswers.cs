using System.Net;
using System.Text.Json.Nodes;
using PuppeteerSharp;

namespace ImageService.E2E.Gallery;

/// <summary>Answers that the page gets in place of the API's.</summary>
internal static class FakeAnswers
{
    public static ResponseData Json(int status, JsonNode body, string contentType = "application/json") => new()
    {
        Status = (HttpStatusCode)status,
        ContentType = contentType,
        Body = body.ToJsonString(),
    };

    public static ResponseData Problem(int status, string code, string detail) => Json(
        status,
        new JsonObject { ["type"] = $"urn:image-service:problem:{code}", ["title"] = code, ["status"] = status, ["detail"] = detail, ["code"] = code },
        "application/problem+json");
}

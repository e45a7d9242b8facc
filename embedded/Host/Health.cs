using System.Text.Json;

namespace EmbeddedAws.Host;

/// <summary><c>GET /_localstack/health</c>, in LocalStack's form: <c>{"services": {"s3": "running", …}, "edition": "embedded"}</c>.</summary>
internal static class Health
{
    public static readonly PathString Path = "/_localstack/health";

    public static async Task WriteAsync(HttpContext context, IReadOnlyList<string> services)
    {
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteStartObject("services");
        foreach (var service in services)
            json.WriteString(service, "running");
        json.WriteEndObject();
        json.WriteString("edition", "embedded");
        json.WriteEndObject();
    }
}

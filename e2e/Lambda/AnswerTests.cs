using System.Text;
using System.Text.Json.Nodes;
using ImageService.Handlers.Http;
using ImageService.Lambda;
using ImageService.Lambda.Events;

namespace ImageService.E2E.Lambda;

/// <summary>From the neutral response to the JSON of the answer, through the serializer of the functions.</summary>
public sealed class AnswerTests
{
    [TestCase("application/json")]
    [TestCase("application/problem+json")]
    [TestCase("application/json; charset=utf-8")]
    [TestCase("text/html; charset=utf-8")]
    public void JSON_and_HTML_are_text(string contentType)
    {
        var response = new Response(201)
        {
            Headers = { ["Content-Type"] = contentType },
            Body = Encoding.UTF8.GetBytes("{\"title\":\"Straße 🌅\"}"),
        };

        var answer = Write(response);

        Assert.That((int?)answer["statusCode"], Is.EqualTo(201));
        Assert.That((string?)answer["body"], Is.EqualTo("{\"title\":\"Straße 🌅\"}"));
        Assert.That((bool?)answer["isBase64Encoded"], Is.False);
    }

    [TestCase("image/png")]
    [TestCase("application/jsonlines")]
    [TestCase(null)]
    public void Anything_else_is_base64(string? contentType)
    {
        var response = new Response(200) { Body = new byte[] { 0x89, 0x50, 0x0D, 0xFF, 0x00 } };
        if (contentType is not null)
            response.Headers["Content-Type"] = contentType;

        var answer = Write(response);

        Assert.That((string?)answer["body"], Is.EqualTo("iVAN/wA="));
        Assert.That((bool?)answer["isBase64Encoded"], Is.True);
    }

    [TestCase(1024 * 1024, false)]
    [TestCase((1024 * 1024) + 1, true)]
    public void Long_JSON_is_base64_since_its_escapes_might_not_fit_an_invocation(int length, bool isBase64)
    {
        var response = new Response(200)
        {
            Headers = { ["Content-Type"] = "application/json" },
            Body = Encoding.UTF8.GetBytes($"\"{new string('"', length - 2)}\""),
        };

        var answer = Write(response);

        Assert.That((bool?)answer["isBase64Encoded"], Is.EqualTo(isBase64));
    }

    [Test]
    public void Without_a_body_the_member_is_absent()
    {
        var answer = Write(new Response(204) { Headers = { ["Content-Type"] = "image/png" } });

        Assert.That(answer["body"], Is.Null);
        Assert.That((bool?)answer["isBase64Encoded"], Is.False);
    }

    [Test]
    public void Headers_are_only_in_multiValueHeaders()
    {
        var answer = Write(new Response(200) { Headers = { ["ETag"] = "\"v1\"", ["Link"] = "<?cursor=a>; rel=\"next\"" } });

        Assert.That(answer["multiValueHeaders"]!.ToJsonString(), Is.EqualTo(
            new JsonObject { ["ETag"] = new JsonArray("\"v1\""), ["Link"] = new JsonArray("<?cursor=a>; rel=\"next\"") }.ToJsonString()));
        Assert.That(answer.ContainsKey("headers"), Is.False);
    }

    [Test]
    public void All_members_are_those_of_API_Gateway()
    {
        var answer = Write(new Response(200) { Body = new byte[] { 1 } });

        var members = answer.Select(member => member.Key);
        Assert.That(members, Is.SubsetOf(["statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded"]));
    }

    private static JsonObject Write(Response response)
    {
        using var stream = new MemoryStream();
        FunctionHost.SerializerOf(typeof(ProxyFunction).Assembly).Serialize(ProxyResponse.Of(response), stream);
        return JsonNode.Parse(stream.ToArray())!.AsObject();
    }
}

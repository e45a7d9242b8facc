namespace EmbeddedAws.Tests;

public sealed class HealthTests
{
    [Test]
    public async Task Health_lists_the_services()
    {
        using var http = new HttpClient();

        var health = await http.GetStringAsync(new Uri(AwsSurface.Endpoint, "/_localstack/health"));

        Assert.That(health, Does.Contain("\"s3\":\"running\"").And.Contain("\"dynamodb\":\"running\""));
    }
}

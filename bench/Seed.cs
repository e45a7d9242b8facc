using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using EmbeddedAws;
using ImageService.Handlers.Storage;
using ImageService.Local;

namespace ImageService.Bench;

/// <summary>Fills the table with copies of one image's item: uploading each would measure something else.</summary>
internal static class Seed
{
    private const int AtOnce = 64;

    public static async Task ImagesAsync(EmbeddedCloud cloud, ServiceDeployment api, int count)
    {
        var settings = ServiceDeployment.SettingsFor(cloud);
        using var dynamoDb = AwsClients.DynamoDb(settings, ServiceDeployment.Credentials);
        using var http = new HttpClient();
        using var image = new ByteArrayContent(OnePixel.Gif);
        image.Headers.ContentType = new(OnePixel.ContentType);
        using var uploaded = await http.PostAsync(api.ImagesUrl, image);
        var id = (string)JsonNode.Parse(await uploaded.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!["id"]!;
        var template = (await dynamoDb.GetItemAsync(settings.TableName, new Dictionary<string, AttributeValue> { ["id"] = new(id) })).Item;

        await Parallel.ForAsync(1, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (_, cancellation) =>
        {
            var copy = Guid.CreateVersion7().ToString();
            var item = new Dictionary<string, AttributeValue>(template)
            {
                ["id"] = new(copy),
                ["fileNameKey"] = new(template["fileNameKey"].S.Replace(id, copy, StringComparison.Ordinal)),
            };
            await dynamoDb.PutItemAsync(new PutItemRequest { TableName = settings.TableName, Item = item }, cancellation);
        });
    }
}

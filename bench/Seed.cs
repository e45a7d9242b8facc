using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using ImageService.Handlers.Storage;
using ImageService.Local;

namespace ImageService.Bench;

/// <summary>Fills the table with copies of one image's item: uploading each would measure something else.</summary>
internal static class Seed
{
    private const int AtOnce = 64;

    /// <param name="imagesUrl">The images of a service on an embedded cloud.</param>
    /// <param name="count">How many images there are in the end.</param>
    public static async Task ImagesAsync(Uri imagesUrl, int count)
    {
        var settings = ServiceDeployment.SettingsFor(new Uri(imagesUrl, "/"));
        using var dynamoDb = AwsClients.DynamoDb(settings, ServiceDeployment.Credentials);
        using var http = new HttpClient();
        using var image = new ByteArrayContent(OnePixel.Gif);
        image.Headers.ContentType = new(OnePixel.ContentType);
        using var uploaded = await http.PostAsync(imagesUrl, image);
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

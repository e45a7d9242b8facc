using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using EmbeddedAws;
using ImageService.E2E.Clouds;
using ImageService.Handlers.Routing;
using ImageService.Local;

namespace ImageService.E2E.Lambda;

/// <summary>A function from its package in a process of its own, as Lambda runs it: what its environment and its standard output are for.</summary>
[NotOnLocalStack("It starts a cloud of its own.")]
public sealed class FunctionProcessTests
{
    private const string Name = "images-getImage";

    [Test]
    public async Task Its_log_is_lines_as_they_are_and_a_damaged_image_counts_for_its_own_name()
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        using var service = await ServiceDeployment.DeployAsync(cloud);
        using var s3 = TestClients.S3(cloud.Endpoint, ServiceDeployment.Credentials);
        var image = await new ApiClient(service.Url, 1).UploadImage(SampleImages.Png());
        await s3.DeleteObjectAsync(ServiceDeployment.SettingsFor(cloud).BucketName, $"images/{image.Id}");
        await CreateFunctionAsync(cloud);

        var answer = await cloud.InvokeAsync(Name, Encoding.UTF8.GetBytes(new JsonObject
        {
            ["httpMethod"] = "GET",
            ["path"] = $"/images/{image.Id}",
            ["pathParameters"] = new JsonObject { ["id"] = image.Id },
            ["multiValueQueryStringParameters"] = new JsonObject { ["download"] = new JsonArray("true") },
            ["multiValueHeaders"] = new JsonObject { ["Accept"] = new JsonArray("image/*") },
        }.ToJsonString()));

        var lines = (await cloud.CallAsync("logs", "FilterLogEvents", new JsonObject { ["logGroupName"] = $"/aws/lambda/{Name}" }))["events"]!.AsArray().Select(item => (string)item!["message"]!);
        var line = JsonNode.Parse(lines.Single(line => line.StartsWith('{')))!;
        Assert.That((int?)JsonNode.Parse(answer.Payload)!["statusCode"], Is.EqualTo(500));
        Assert.That($"{line["FunctionName"]} {line["DamagedImages"]} {line["imageId"]}", Is.EqualTo($"{Name} 1 {image.Id}"));
    }

    private static async Task CreateFunctionAsync(EmbeddedCloud cloud)
    {
        var settings = ServiceDeployment.SettingsFor(cloud);
        var role = await cloud.CallAsync("iam", "CreateRole", new JsonObject
        {
            ["RoleName"] = Name,
            ["AssumeRolePolicyDocument"] = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"lambda.amazonaws.com"}}]}""",
        });
        cloud.Iam.Role(Name).PutPolicy("all", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""");
        await cloud.CallAsync("lambda", "CreateFunction", new JsonObject
        {
            ["FunctionName"] = Name,
            ["Role"] = (string)role["Role"]!["Arn"]!,
            ["Runtime"] = "dotnet10",
            ["Handler"] = FunctionHost.HandlerOf(Operation.GetImage),
            ["MemorySize"] = 512,
            ["Timeout"] = 30,
            ["Code"] = new JsonObject { ["ZipFile"] = Convert.ToBase64String(Package()) },
            ["Environment"] = new JsonObject
            {
                ["Variables"] = new JsonObject { ["BUCKET_NAME"] = settings.BucketName, ["TABLE_NAME"] = settings.TableName },
            },
        });
    }

    /// <summary>The functions as they were built with this suite.</summary>
    private static byte[] Package()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        using var zip = new MemoryStream();
        ZipFile.CreateFromDirectory(Path.Combine(Repository.Root, "handlers", "lambda", "bin", configuration, "net10.0"), zip, CompressionLevel.Fastest, includeBaseDirectory: false);
        return zip.ToArray();
    }
}

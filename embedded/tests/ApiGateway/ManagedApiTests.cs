using System.Text.Json.Nodes;

namespace EmbeddedAws.Tests.ApiGateway;

/// <summary>The operations on APIs, resources, methods and integrations.</summary>
public sealed class ManagedApiTests
{
    private EmbeddedCloud _cloud = null!;
    private ManagedApi _api = null!;

    [SetUp]
    public async Task StartACloudWithAnApi()
    {
        _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        _api = await ManagedApi.CreateAsync(_cloud);
    }

    [TearDown]
    public async Task StopTheCloud() => await _cloud.DisposeAsync();

    [Test]
    public async Task An_API_is_given_back_as_it_was_made()
    {
        var created = await Call("CreateRestApi", """{"name":"other","description":"Text.","binaryMediaTypes":["image/*"],"endpointConfiguration":{"types":["REGIONAL"]}}""");

        var got = await Call("GetRestApi", $$"""{"restApiId":"{{created["id"]}}"}""");

        Assert.That(got.ToJsonString(), Is.EqualTo(created.ToJsonString()));
        Assert.That((string?)got["id"], Does.Match("^[a-z0-9]{10}$"));
        Assert.That(got["binaryMediaTypes"]!.ToJsonString() + got["endpointConfiguration"]!["types"]!.ToJsonString(), Is.EqualTo("""["image/*"]["REGIONAL"]"""));
        Assert.That($"{got["apiKeySource"]} {got["disableExecuteApiEndpoint"]} {got["description"]}", Is.EqualTo("HEADER false Text."));
    }

    [TestCase(1000, null)]
    [TestCase(1001, "400 BadRequestException: Too many patch operations: a request may have 1000 of them")]
    public async Task A_request_has_at_most_1000_patch_operations(int count, string? expected)
    {
        var patches = string.Join(',', Enumerable.Range(0, count).Select(number => $$"""{"op":"add","path":"/binaryMediaTypes/a~1{{number}}"}"""));

        var refusal = await _api.RefusalAsync("UpdateRestApi", $$"""{"patchOperations":[{{patches}}]}""");

        Assert.That(refusal, Is.EqualTo(expected));
    }

    [Test]
    public async Task An_API_has_at_most_300_resources()
    {
        for (var number = 1; number < 300; number++)
            await _api.CallAsync("CreateResource", $$"""{"parentId":"{{_api.RootId}}","pathPart":"{{number}}"}""");

        var refusal = await _api.RefusalAsync("CreateResource", $$"""{"parentId":"{{_api.RootId}}","pathPart":"300"}""");

        Assert.That(refusal, Does.StartWith("429 LimitExceededException: Maximum number of resources"));
    }

    [Test]
    public async Task Reads_write_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("apis-");
        await using (var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = folder.FullName }))
        {
            await ManagedApi.DeployAsync(cloud);
            var before = Stored();

            var tags = await cloud.CallAsync("apigateway", "GetTags", """{"resourceArn":"arn:aws:apigateway:us-east-1::/restapis/images"}""");
            foreach (var operation in (string[])["GetRestApi", "GetResources", "GetStages", "GetDeployments", "GetGatewayResponses"])
                await cloud.CallAsync("apigateway", operation, """{"restApiId":"images"}""");

            Assert.That(tags.ToJsonString(), Is.EqualTo("""{"tags":{"_custom_id_":"images"}}"""));
            Assert.That(Stored(), Is.EqualTo(before));
        }

        folder.Delete(recursive: true);

        string Stored() => string.Join(' ', folder.GetFiles("control-plane.db*").OrderBy(file => file.Name).Select(file => $"{file.Name} {file.Length}"));
    }

    [Test]
    public async Task An_API_is_changed()
    {
        var patches = new JsonArray(
            Patch("replace", "/name", "renamed"), Patch("add", "/binaryMediaTypes/image~1png", null), Patch("remove", "/binaryMediaTypes/*~1*", null), Patch("replace", "/endpointConfiguration/types/EDGE", "REGIONAL"));

        var changed = await _api.CallAsync("UpdateRestApi", new JsonObject { ["patchOperations"] = patches }.ToJsonString());

        Assert.That($"{changed["name"]} {changed["binaryMediaTypes"]!.ToJsonString()} {changed["endpointConfiguration"]!["types"]!.ToJsonString()}", Is.EqualTo("""renamed ["image/png"] ["REGIONAL"]"""));
    }

    [Test]
    public async Task Resources_have_the_paths_of_those_above_them()
    {
        await _api.AddMethodAsync("/images/{id}/variants", "GET", "get");

        var resources = (await _api.CallAsync("GetResources"))["item"]!.AsArray();
        var embedded = (await _api.CallAsync("GetResources", """{"embed":"methods"}"""))["item"]!.AsArray();

        Assert.That(resources.Select(resource => (string?)resource!["path"]), Is.EquivalentTo(["/", "/images", "/images/{id}", "/images/{id}/variants"]));
        Assert.That(resources.Single(resource => resource!["resourceMethods"] is not null)!["resourceMethods"]!.ToJsonString(), Is.EqualTo("""{"GET":{}}"""));
        Assert.That(embedded.Select(resource => (string?)resource!["resourceMethods"]?["GET"]?["methodIntegration"]?["type"]), Has.One.EqualTo("AWS_PROXY"));
    }

    [Test]
    public async Task A_resource_that_is_renamed_takes_those_below_it_along()
    {
        var below = await _api.ResourceAsync("/images/{id}");
        var above = await _api.ResourceAsync("/images");

        await _api.CallAsync("UpdateResource", $$"""{"resourceId":"{{above}}","patchOperations":[{"op":"replace","path":"/pathPart","value":"photos"}]}""");
        var renamed = await _api.CallAsync("GetResource", $$"""{"resourceId":"{{below}}"}""");
        var refusal = await _api.RefusalAsync("UpdateResource", $$"""{"resourceId":"{{above}}","patchOperations":[{"op":"replace","path":"/parentId","value":"{{below}}"}]}""");

        Assert.That((string?)renamed["path"], Is.EqualTo("/photos/{id}"));
        Assert.That(refusal, Is.EqualTo("400 BadRequestException: A resource cannot be below itself"));
    }

    [Test]
    public async Task A_resource_goes_with_all_that_is_below_it()
    {
        await _api.AddMethodAsync("/images/{id}", "GET", "get");
        var (above, below) = (await _api.ResourceAsync("/images"), await _api.ResourceAsync("/images/{id}"));

        await _api.CallAsync("DeleteResource", $$"""{"resourceId":"{{above}}"}""");
        var left = await _api.CallAsync("GetResources");

        Assert.That(left["item"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That(await _api.RefusalAsync("GetMethod", $$"""{"resourceId":"{{below}}","httpMethod":"GET"}"""), Is.EqualTo("404 NotFoundException: Invalid Resource identifier specified"));
    }

    [Test]
    public async Task A_method_and_its_integration_are_changed_and_removed()
    {
        await _api.AddMethodAsync("/", "GET", "get");
        var at = $"\"resourceId\":\"{_api.RootId}\",\"httpMethod\":\"GET\"";

        var method = await _api.CallAsync("UpdateMethod", $$"""{{{at}},"patchOperations":[{"op":"replace","path":"/apiKeyRequired","value":"true"},{"op":"add","path":"/requestParameters/method.request.querystring.a","value":"true"}]}""");
        var integration = await _api.CallAsync("UpdateIntegration", $$"""{{{at}},"patchOperations":[{"op":"replace","path":"/timeoutInMillis","value":"50"},{"op":"replace","path":"/uri","value":"{{ManagedApi.UriOf("other")}}"}]}""");
        await _api.CallAsync("DeleteIntegration", $$"""{{{at}}}""");
        var without = await _api.RefusalAsync("GetIntegration", $$"""{{{at}}}""");
        await _api.CallAsync("DeleteMethod", $$"""{{{at}}}""");
        var gone = await _api.RefusalAsync("GetMethod", $$"""{{{at}}}""");

        Assert.That($"{method["apiKeyRequired"]} {method["requestParameters"]!.ToJsonString()}", Is.EqualTo("""true {"method.request.querystring.a":true}"""));
        Assert.That($"{integration["timeoutInMillis"]} {integration["uri"]}", Is.EqualTo($"50 {ManagedApi.UriOf("other")}"));
        Assert.That((without, gone), Is.EqualTo(("404 NotFoundException: Invalid Integration identifier specified", "404 NotFoundException: Invalid Method identifier specified")));
    }

    [Test]
    public async Task An_API_goes_with_all_that_it_has()
    {
        var deployment = await DeployRootAsync();
        await _api.CallAsync("CreateStage", $$"""{"stageName":"dev","deploymentId":"{{deployment}}"}""");

        await _api.CallAsync("DeleteRestApi");
        var again = await ManagedApi.CreateAsync(_cloud);

        Assert.That((await again.CallAsync("GetResources"))["item"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That((await again.CallAsync("GetStages"))["item"]!.AsArray(), Is.Empty);
        Assert.That((await again.CallAsync("GetDeployments"))["item"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Tags_are_changed()
    {
        var arn = "arn:aws:apigateway:us-east-1::/restapis/images";

        await Call("TagResource", $$"""{"resourceArn":"{{arn}}","tags":{"a":"1","b":"2"} }""");
        await Call("UntagResource", $$"""{"resourceArn":"{{arn}}","tagKeys":["a","_custom_id_"]}""");
        var tags = await Call("GetTags", $$"""{"resourceArn":"{{arn}}"}""");

        Assert.That(tags.ToJsonString(), Is.EqualTo("""{"tags":{"b":"2"}}"""));
    }

    [TestCase("CreateRestApi", """{"name":"a","tags":{"_custom_id_":"images"}}""", "409 ConflictException: There is an API with the id images already.")]
    [TestCase("CreateRestApi", """{"name":"a","tags":{"_custom_id_":"a/b"}}""", "400 BadRequestException: An API's id must have")]
    [TestCase("CreateRestApi", """{"name":"a","endpointConfiguration":{"types":["PRIVATE"]}}""", "400 BadRequestException: The embedded cloud does not support the endpoint type PRIVATE.")]
    [TestCase("CreateRestApi", """{"name":"a","policy":"{}"}""", "400 BadRequestException: The embedded cloud does not support policy of CreateRestApi.")]
    [TestCase("GetRestApi", """{"restApiId":"none"}""", "404 NotFoundException: Invalid API identifier specified 000000000000:none")]
    [TestCase("CreateResource", """{"restApiId":"images","parentId":"none","pathPart":"a"}""", "404 NotFoundException: Invalid Resource identifier specified")]
    [TestCase("CreateResource", """{"restApiId":"images","parentId":"ROOT","pathPart":"a/b"}""", "400 BadRequestException: Resource's path part only allow")]
    [TestCase("CreateResource", """{"restApiId":"images","parentId":"ROOT","pathPart":"{a"}""", "400 BadRequestException: Resource's path part only allow")]
    [TestCase("CreateResource", """{"restApiId":"images","parentId":"ROOT","pathPart":"photos"}""", "409 ConflictException: Another resource with the same parent already has this name: photos")]
    [TestCase("CreateResource", """{"restApiId":"images","parentId":"ROOT","pathPart":"{other+}"}""", "400 BadRequestException: A sibling ({proxy+}) of this resource already has a variable path part")]
    [TestCase("CreateResource", """{"restApiId":"images","parentId":"GREEDY","pathPart":"a"}""", "400 BadRequestException: Cannot create a child of a resource with a greedy path variable: {proxy+}")]
    [TestCase("DeleteResource", """{"restApiId":"images","resourceId":"ROOT"}""", "400 BadRequestException: Root resource cannot be deleted")]
    [TestCase("PutMethod", """{"restApiId":"images","resourceId":"ROOT","httpMethod":"GET","authorizationType":"NONE"}""", "409 ConflictException: Method already exists for this resource")]
    [TestCase("PutMethod", """{"restApiId":"images","resourceId":"ROOT","httpMethod":"get","authorizationType":"NONE"}""", "400 BadRequestException: Invalid HttpMethod specified.")]
    [TestCase("PutMethod", """{"restApiId":"images","resourceId":"ROOT","httpMethod":"PUT","authorizationType":"AWS_IAM"}""", "400 BadRequestException: The embedded cloud does not support authorizationType AWS_IAM.")]
    [TestCase("PutIntegration", """{"restApiId":"images","resourceId":"ROOT","httpMethod":"GET","type":"MOCK"}""", "400 BadRequestException: The embedded cloud does not support integrations of the type MOCK")]
    [TestCase("PutIntegration", """{"restApiId":"images","resourceId":"ROOT","httpMethod":"GET","type":"AWS_PROXY","integrationHttpMethod":"POST","uri":"http://a"}""", "400 BadRequestException: Invalid ARN specified in the request")]
    [TestCase("PutIntegration", """{"restApiId":"images","resourceId":"ROOT","httpMethod":"GET","type":"AWS_PROXY","integrationHttpMethod":"POST","uri":"URI","timeoutInMillis":49}""", "400 BadRequestException: Timeout should be between 50 ms and 29000 ms")]
    [TestCase("PutIntegration", """{"restApiId":"images","resourceId":"ROOT","httpMethod":"GET","type":"AWS_PROXY","integrationHttpMethod":"POST","uri":"URI","credentials":"arn"}""", "400 BadRequestException: The embedded cloud does not support credentials of PutIntegration.")]
    [TestCase("PutMethodResponse", """{"restApiId":"images"}""", "400 UnknownOperationException: The embedded cloud does not support PutMethodResponse of apigateway.")]
    [TestCase("UpdateRestApi", """{"restApiId":"images","patchOperations":[{"op":"replace","path":"/policy","value":"{}"}]}""", "400 BadRequestException: Invalid patch path '/policy' specified for op 'replace'.")]
    [TestCase("UpdateRestApi", """{"restApiId":"images","patchOperations":[{"op":"copy","path":"/name","from":"/a"}]}""", "400 BadRequestException: ")]
    [TestCase("GetTags", """{"resourceArn":"arn:aws:apigateway:us-east-1::/vpclinks/a"}""", "400 BadRequestException: Invalid ARN specified in the request")]
    public async Task What_API_Gateway_does_not_do_is_refused(string operation, string members, string refusal)
    {
        await _api.AddMethodAsync("/", "GET", "get");
        await _api.ResourceAsync("/photos");
        var greedy = await _api.ResourceAsync("/{proxy+}");

        var refused = await _cloud.RefusalAsync("apigateway", operation, members.Replace("ROOT", _api.RootId, StringComparison.Ordinal)
            .Replace("GREEDY", greedy, StringComparison.Ordinal).Replace("URI", ManagedApi.UriOf("get"), StringComparison.Ordinal));

        Assert.That(refused, Does.StartWith(refusal));
    }

    [Test]
    public async Task A_list_has_pages()
    {
        foreach (var id in (string[])["b", "a"])
            await ManagedApi.CreateAsync(_cloud, $$"""{"name":"same","tags":{"_custom_id_":"{{id}}"} }""");

        var first = await Call("GetRestApis", """{"limit":2}""");
        var second = await Call("GetRestApis", $$"""{"limit":2,"position":"{{first["position"]}}"}""");

        Assert.That((Ids(first), Ids(second), second["position"]), Is.EqualTo(("a b", "images", (JsonNode?)null)));
    }

    private static string Ids(JsonObject page) => string.Join(' ', page["item"]!.AsArray().Select(item => (string?)item!["id"]));

    private static JsonObject Patch(string op, string path, string? value) => new() { ["op"] = op, ["path"] = path, ["value"] = value };

    private async Task<string> DeployRootAsync()
    {
        await _api.AddMethodAsync("/", "GET", "get");
        return await _api.DeploymentAsync();
    }

    private Task<JsonObject> Call(string operation, string members) => _cloud.CallAsync("apigateway", operation, members);
}

using Pulumi;
using Pulumi.Utilities;

namespace ImageService.E2E.Stack;

/// <summary>The API key of the deployed API, and what its holder may send.</summary>
public sealed class ApiKeyTests
{
    private static readonly string[] Open = ["GET /", "HEAD /", "GET /openapi.json", "HEAD /openapi.json"];

    [Test]
    public async Task On_AWS_every_method_requires_a_key_but_those_of_the_gallery_the_description_and_the_fallback()
    {
        var run = await StackRun.Prod();

        var required = run.All("Method").ToLookup(method => (bool)method.Inputs["apiKeyRequired"]!, ApiMap.RoutesOf(run));

        Assert.That(required[false].Where(route => !route.StartsWith("ANY ", StringComparison.Ordinal)), Is.EquivalentTo(Open));
        Assert.That(required[true], Has.None.StartsWith("ANY ").And.None.StartsWith("OPTIONS ").And.Member("POST /images").And.Member("HEAD /images/{id}"));
    }

    [Test]
    public async Task The_key_is_a_secret_output()
    {
        var run = await StackRun.Prod();

        Assert.That(await OutputUtilities.GetValueAsync(run.ApiKey), Is.EqualTo(AwsMocks.ApiKey));
        Assert.That(await Output.IsSecretAsync(run.ApiKey), Is.True);
    }

    [Test]
    public async Task The_key_is_in_a_plan_of_the_stage_that_limits_what_it_sends()
    {
        var run = await StackRun.Prod(("stage", "v1"), ("rateLimit", "2.5"), ("burstLimit", "5"));

        var (plan, grant) = (run.The("UsagePlan"), run.The("UsagePlanKey"));

        var stage = plan.Inputs["apiStages"]!.AsArray().Single()!;
        Assert.That((string?)stage["apiId"], Is.EqualTo((string?)run.The("RestApi").Outputs["id"]));
        Assert.That((string?)stage["stage"], Is.EqualTo("v1"));
        Assert.That((double?)plan.Inputs["throttleSettings"]!["rateLimit"], Is.EqualTo(2.5));
        Assert.That((double?)plan.Inputs["throttleSettings"]!["burstLimit"], Is.EqualTo(5));
        Assert.That(grant.Text("usagePlanId"), Is.EqualTo((string?)plan.Outputs["id"]));
        Assert.That(grant.Text("keyId"), Is.EqualTo((string?)run.The("ApiKey").Outputs["id"]));
        Assert.That(grant.Text("keyType"), Is.EqualTo("API_KEY"));
    }

    [Test]
    public async Task Uploads_to_S3_have_a_limit_of_their_own()
    {
        var run = await StackRun.Prod(("uploadRateLimit", "0.5"), ("uploadBurstLimit", "3"));

        var throttle = run.The("UsagePlan").Inputs["apiStages"]![0]!["throttles"]!.AsArray().Single()!;

        Assert.That((string?)throttle["path"], Is.EqualTo("/uploads/POST"));
        Assert.That((double?)throttle["rateLimit"], Is.EqualTo(0.5));
        Assert.That((double?)throttle["burstLimit"], Is.EqualTo(3));
    }

    [Test]
    public async Task On_LocalStack_no_method_requires_a_key_unless_the_configuration_says_so()
    {
        var usual = await StackRun.Local();
        var told = await StackRun.Local(("apiKeyRequired", "true"));

        Assert.That(usual.All("Method").Select(method => (bool?)method.Inputs["apiKeyRequired"]), Is.All.False);
        Assert.That(await OutputUtilities.GetValueAsync(usual.ApiKey), Is.Null);
        Assert.That(usual.All("ApiKey").Concat(usual.All("UsagePlan")), Is.Empty);
        Assert.That(told.All("Method").Select(method => (bool?)method.Inputs["apiKeyRequired"]), Has.Some.True);
    }
}

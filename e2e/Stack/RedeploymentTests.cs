using ImageService.Handlers.Routing;

namespace ImageService.E2E.Stack;

/// <summary>A stage serves its last deployment: what changes the API has to change the trigger of one.</summary>
public sealed class RedeploymentTests
{
    [Test]
    public async Task The_same_API_is_not_deployed_again()
    {
        var first = Trigger(await StackRun.Prod());

        var second = Trigger(await StackRun.Prod());

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public async Task Another_route_deploys_the_API_again()
    {
        var before = Trigger(await StackRun.Prod());

        var after = Trigger(await StackRun.Prod([.. RouteTable.Routes, new Route("PUT", "/images/{id}", Operation.UploadImage)]));

        Assert.That(after, Is.Not.EqualTo(before));
    }

    [Test]
    public async Task A_route_to_another_function_deploys_the_API_again()
    {
        var before = Trigger(await StackRun.Prod());

        var after = Trigger(await StackRun.Prod([.. RouteTable.Routes.Select(route => route with { Operation = Operation.GetImage })]));

        Assert.That(after, Is.Not.EqualTo(before));
    }

    [Test]
    public async Task Another_answer_of_the_gateway_deploys_the_API_again()
    {
        var before = Trigger(await StackRun.Prod());

        var after = Trigger(await StackRun.Prod(("corsOrigin", "https://example.com")));

        Assert.That(after, Is.Not.EqualTo(before));
    }

    [Test]
    public async Task Methods_that_no_longer_require_a_key_deploy_the_API_again()
    {
        var before = Trigger(await StackRun.Prod());

        var after = Trigger(await StackRun.Prod(("apiKeyRequired", "false")));

        Assert.That(after, Is.Not.EqualTo(before));
    }

    [Test]
    public async Task A_change_of_a_function_does_not_deploy_the_API_again()
    {
        var before = Trigger(await StackRun.Prod());

        var after = Trigger(await StackRun.Prod(("memoryMegabytes", "2048")));

        Assert.That(after, Is.EqualTo(before));
    }

    private static string Trigger(StackRun run) => (string)run.The("Deployment").Inputs["triggers"]!["definition"]!;
}

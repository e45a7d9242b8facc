namespace ImageService.E2E.Stack;

/// <summary>What AWS refuses, or makes of no use, unless something else is there before.</summary>
public sealed class OrderTests
{
    [TestCase("Response", "Deployment", Description = "A deployment is a copy of what the API has by then.")]
    [TestCase("RolePolicy", "Function", Description = "A function that is called at once may do all that it needs.")]
    [TestCase("BucketVersioning", "BucketLifecycleConfiguration", Description = "Its rules are about older versions.")]
    [TestCase("BucketPublicAccessBlock", "BucketPolicy", Description = "S3 takes one change of these at a time.")]
    [TestCase("RolePolicyAttachment", "Account", Description = "API Gateway tries the role out.")]
    [TestCase("Account", "Stage", Description = "A stage with an access log needs the account's role.")]
    public async Task One_is_made_before_the_other(string first, string second)
    {
        var run = await StackRun.ProdWithSlow(first, ("accessLog", "true"), ("accountLogRole", "true"));

        Assert.That(run.Order, Has.Member(second));
        Assert.That(run.Order.SkipWhile(type => type != first), Has.Member(second));
    }
}

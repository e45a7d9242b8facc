namespace ImageService.E2E.PulumiStacks;

/// <summary>The endpoints that the suite deploys to, made of those in Pulumi.local.yaml.</summary>
public sealed class LocalConfigTests
{
    [TestCase("http://localhost:4566/")]
    [TestCase("http://127.0.0.1:32768/")]
    public void Every_service_is_at_the_endpoint_and_S3_Control_at_a_name_that_takes_an_account_before_it(string endpoint)
    {
        var url = new Uri(endpoint);

        var config = LocalConfig.For(Repository.Read("Pulumi.local.yaml"), url);

        var endpoints = config.Split('\n').Where(line => line.Contains(": http://", StringComparison.Ordinal)).Select(line => line.Trim().TrimStart('-').Trim());
        Assert.That(endpoints, Is.EquivalentTo([
            $"image-service:localEndpoint: http://{url.Authority}",
            .. new[] { "apigateway", "dynamodb", "iam", "kms", "lambda", "logs", "s3", "scheduler", "sts" }.Select(service => $"{service}: http://{url.Authority}"),
            $"s3control: http://localhost.localstack.cloud:{url.Port}",
        ]));
    }

    [Test]
    public void The_salt_of_the_users_passphrase_stays_out()
    {
        var config = LocalConfig.For("encryptionsalt: v1:abc\nsecretsprovider: passphrase\nconfig:\n", new Uri("http://localhost:4566"));

        Assert.That(config, Is.EqualTo("config:\n"));
    }
}

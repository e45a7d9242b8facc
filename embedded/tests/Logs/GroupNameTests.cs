using System.Text;
using EmbeddedAws.Iam;

namespace EmbeddedAws.Tests.Logs;

/// <summary>A role that may make one log group, and asks for another one.</summary>
public sealed class GroupNameTests
{
    private const string Policy = """{"Statement":[{"Effect":"Allow","Action":"logs:CreateLogGroup","Resource":"arn:aws:logs:us-east-1:000000000000:log-group:/mine*"}]}""";

    private EmbeddedCloud _cloud = null!;
    private IamRole _role = null!;

    [SetUp]
    public async Task StartACloudWithARole()
    {
        _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        _role = _cloud.Iam.CreateRole("writer");
        _role.PutPolicy("mine", Policy);
    }

    [TearDown]
    public async Task StopTheCloud() => await _cloud.DisposeAsync();

    [TestCase("""{"logGroupName":"/mine"}""", 200)]
    [TestCase("""{"logGroupName":"/other"}""", 403)]
    [TestCase("""{"logGroupName":"/other","logGroupIdentifier":"/mine"}""", 403)]
    [TestCase("""{"logGroupName":"/mine","logGroupIdentifier":"/mine"}""", 400)]
    public async Task The_group_that_is_made_is_the_one_that_a_policy_allows(string members, int status)
    {
        using var client = new ServiceClient(_cloud, "logs", RequestSignature.Of(_role));

        var answer = await client.SendAsync("POST", "/", Encoding.UTF8.GetBytes(members), ("X-Amz-Target", "Logs_20140328.CreateLogGroup"));
        var groups = (await _cloud.CallAsync("logs", "DescribeLogGroups", "{}"))["logGroups"]!.AsArray();

        Assert.That(answer.Status, Is.EqualTo(status));
        Assert.That(groups, Has.Count.EqualTo(status == 200 ? 1 : 0));
    }
}

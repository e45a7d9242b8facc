using System.Text.Json.Nodes;
using EmbeddedAws.Iam;

namespace EmbeddedAws.Tests.Iam;

/// <summary>What a role may do with the services that manage resources.</summary>
public sealed class AuthorizationTests
{
    private const string Trust = """{"Statement":[]}""";
    private const string Form = "application/x-www-form-urlencoded";

    private EmbeddedCloud _cloud = null!;
    private IamRole _role = null!;

    [SetUp]
    public async Task StartACloudWithARole()
    {
        _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        _role = _cloud.Iam.CreateRole("manager");
    }

    [TearDown]
    public async Task StopTheCloud() => await _cloud.DisposeAsync();

    [TestCase("Action=DeleteRole&RoleName=admin")]
    [TestCase("Action=DeleteRole&RoleName=admin&Path=/sandbox/")]
    [TestCase("Action=PutRolePolicy&RoleName=admin&PolicyName=all&PolicyDocument={}&Path=/sandbox/")]
    [TestCase("Action=CreateRole&RoleName=new&AssumeRolePolicyDocument={}")]
    public async Task The_path_of_a_role_is_its_own_whatever_a_request_says(string form)
    {
        await CreateRoleAsync("admin", "/");
        _role.PutPolicy("sandbox", Statement("Allow", "iam:*", "arn:aws:iam::000000000000:role/sandbox/*"));

        var status = await SendAsync("iam", form);

        Assert.That(status, Is.EqualTo(403));
    }

    [Test]
    public async Task A_role_is_managed_where_a_policy_names_its_path()
    {
        await CreateRoleAsync("guest", "/sandbox/");
        _role.PutPolicy("sandbox", Statement("Allow", "iam:*", "arn:aws:iam::000000000000:role/sandbox/*"));

        var created = await SendAsync("iam", $"Action=CreateRole&RoleName=new&Path=/sandbox/&AssumeRolePolicyDocument={Uri.EscapeDataString(Trust)}");
        var deleted = await SendAsync("iam", "Action=DeleteRole&RoleName=guest");
        var missing = await SendAsync("iam", "Action=DeleteRole&RoleName=none");

        Assert.That((created, deleted, missing), Is.EqualTo((200, 200, 403)));
    }

    [Test]
    public async Task What_is_denied_for_a_path_is_denied_for_the_roles_there()
    {
        await CreateRoleAsync("safe", "/protected/");
        _role.PutPolicy("all", Statement("Allow", "iam:*", "*"));
        _role.PutPolicy("not", Statement("Deny", "iam:*", "arn:aws:iam::000000000000:role/protected/*"));

        var status = await SendAsync("iam", "Action=DeleteRole&RoleName=safe");

        Assert.That(status, Is.EqualTo(403));
    }

    [TestCase("DeleteAlarms", "AlarmNames", "alarm:prod-a")]
    [TestCase("DescribeAlarms", "AlarmNames", "alarm:prod-a")]
    [TestCase("DeleteDashboards", "DashboardNames", "dashboard/prod-a")]
    public async Task Each_name_of_a_list_is_asked_for(string operation, string list, string denied)
    {
        _role.PutPolicy("all", Statement("Allow", "cloudwatch:*", "*"));
        _role.PutPolicy("not", Statement("Deny", "cloudwatch:*", $"arn:aws:cloudwatch:*:000000000000:{denied[..^1]}*"));

        var one = await SendAsync("monitoring", $"Action={operation}&{list}.member.1=test-a");
        var both = await SendAsync("monitoring", $"Action={operation}&{list}.member.1=test-a&{list}.member.2=prod-a");

        Assert.That((one, both), Is.EqualTo((operation == "DescribeAlarms" ? 200 : 404, 403)));
    }

    [TestCase("GET", "/restapis", "apigateway:GET", "/restapis", 200)]
    [TestCase("GET", "/restapis", "apigateway:POST", "/restapis", 403)]
    [TestCase("GET", "/restapis", "apigateway:GetRestApis", "/restapis", 403)]
    [TestCase("GET", "/restapis/a1/stages/dev", "apigateway:GET", "/restapis/a1/stages/*", 404)]
    [TestCase("GET", "/restapis/a2/stages/dev", "apigateway:GET", "/restapis/a1/*", 403)]
    [TestCase("DELETE", "/restapis/a1", "apigateway:DELETE", "/restapis/a1", 404)]
    [TestCase("DELETE", "/restapis/a1", "apigateway:*", "/restapis/a1/*", 403)]
    [TestCase("GET", "/tags/arn%3Aaws%3Aapigateway%3Aus-east-1%3A%3A%2Frestapis%2Fa1", "apigateway:GET", "/tags/arn%3Aaws%3Aapigateway%3Aus-east-1%3A%3A%2Frestapis%2Fa1", 404)]
    public async Task Policies_of_API_Gateway_speak_of_methods_and_paths(string method, string target, string action, string path, int expected)
    {
        _role.PutPolicy("apis", Statement("Allow", action, $"arn:aws:apigateway:us-east-1::{path}"));

        using var answer = await ControlCall.SendAsync(_cloud, "apigateway", method, target, signature: Signature);

        Assert.That((int)answer.StatusCode, Is.EqualTo(expected));
    }

    [Test]
    public async Task A_role_learns_who_it_is_without_a_permission()
    {
        using var role = await ControlCall.SendAsync(_cloud, "sts", "POST", "/", "Action=GetCallerIdentity", Form, Signature);
        using var developer = await ControlCall.SendAsync(_cloud, "sts", "POST", "/", "Action=GetCallerIdentity", Form);

        Assert.That((int)role.StatusCode, Is.EqualTo(200));
        Assert.That(await role.Content.ReadAsStringAsync(), Does.Contain("<Arn>arn:aws:sts::000000000000:assumed-role/manager/manager</Arn>").And.Contain($"<UserId>{_role.Id}:manager</UserId>"));
        Assert.That(await developer.Content.ReadAsStringAsync(), Does.Contain("<Arn>arn:aws:iam::000000000000:user/developer</Arn>"));
    }

    [Test]
    public async Task A_role_is_not_the_user()
    {
        _role.PutPolicy("all", Statement("Allow", "iam:*", "*"));

        var own = await SendAsync("iam", "Action=GetUser");
        var named = await SendAsync("iam", "Action=GetUser&UserName=developer");

        Assert.That((own, named), Is.EqualTo((400, 200)));
    }

    private RequestSignature Signature => RequestSignature.Of(_role);

    private static string Statement(string effect, string action, string resource) =>
        $$"""{"Statement":[{"Effect":"{{effect}}","Action":"{{action}}","Resource":"{{resource}}"}]}""";

    private Task<JsonObject> CreateRoleAsync(string name, string path) =>
        _cloud.CallAsync("iam", "CreateRole", new JsonObject { ["RoleName"] = name, ["Path"] = path, ["AssumeRolePolicyDocument"] = Trust });

    private async Task<int> SendAsync(string service, string form)
    {
        using var answer = await ControlCall.SendAsync(_cloud, service, "POST", "/", form, Form, Signature);
        return (int)answer.StatusCode;
    }
}

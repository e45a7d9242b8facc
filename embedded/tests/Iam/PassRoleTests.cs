using EmbeddedAws.Iam;

namespace EmbeddedAws.Tests.Iam;

/// <summary>A role that gives another role to a service: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html.</summary>
public sealed class PassRoleTests
{
    private const string Admin = "arn:aws:iam::000000000000:role/admin";

    private static readonly object[][] Requests =
    [
        ["lambda", "POST", "/2015-03-31/functions", $$$"""{"FunctionName":"f","Role":"{{{Admin}}}"}"""],
        ["lambda", "PUT", "/2015-03-31/functions/f/configuration", $$$"""{"Role":"{{{Admin}}}"}"""],
        ["scheduler", "POST", "/schedules/s", $$$"""{"Target":{"RoleArn":"{{{Admin}}}"}}"""],
        ["scheduler", "PUT", "/schedules/s", $$$"""{"Target":{"RoleArn":"{{{Admin}}}"}}"""],
        ["apigateway", "PATCH", "/account", $$$"""{"patchOperations":[{"op":"replace","path":"/cloudwatchRoleArn","value":"{{{Admin}}}"}]}"""],
    ];

    private EmbeddedCloud _cloud = null!;
    private IamRole _role = null!;

    [SetUp]
    public async Task StartACloudWithARole()
    {
        _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        _role = _cloud.Iam.CreateRole("manager");
        _role.PutPolicy("all", """{"Statement":[{"Effect":"Allow","Action":["lambda:*","scheduler:*","apigateway:*"],"Resource":"*"}]}""");
    }

    [TearDown]
    public async Task StopTheCloud() => await _cloud.DisposeAsync();

    [TestCaseSource(nameof(Requests))]
    public async Task A_role_is_not_passed_on_without_a_permission(string service, string method, string target, string body)
    {
        _role.PutPolicy("pass", Pass("arn:aws:iam::000000000000:role/other", $"{service}.amazonaws.com"));

        var (status, text) = await SendAsync(service, method, target, body);

        Assert.That((status, text), Is.EqualTo((403, text)));
        Assert.That(text, Does.Contain($"manager is not authorized to perform: iam:PassRole on resource: {Admin}"));
    }

    [TestCaseSource(nameof(Requests))]
    public async Task A_permission_may_be_for_one_service(string service, string method, string target, string body)
    {
        _role.PutPolicy("pass", Pass("*", "ec2.amazonaws.com"));

        var (status, text) = await SendAsync(service, method, target, body);

        Assert.That((status, text), Is.EqualTo((403, text)));
    }

    [TestCaseSource(nameof(Requests))]
    public async Task With_the_permission_the_request_is_read(string service, string method, string target, string body)
    {
        _role.PutPolicy("pass", Pass("arn:aws:iam::000000000000:role/a*", $"{service}.amazonaws.com"));

        var (status, text) = await SendAsync(service, method, target, body);

        Assert.That((status, text), Is.EqualTo((method == "PUT" && service == "lambda" ? 404 : 400, text)));
    }

    private static string Pass(string resource, string service) =>
        $$"""{ "Statement": { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "{{resource}}", "Condition": { "StringEquals": { "iam:PassedToService": "{{service}}" } } } }""";

    private async Task<(int Status, string Text)> SendAsync(string service, string method, string target, string body)
    {
        using var answer = await ControlCall.SendAsync(_cloud, service, method, target, body, signature: RequestSignature.Of(_role));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}

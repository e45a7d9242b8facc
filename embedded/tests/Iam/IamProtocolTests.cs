using System.Xml.Linq;

namespace EmbeddedAws.Tests.Iam;

/// <summary>IAM over HTTP: forms in, XML out.</summary>
public sealed class IamProtocolTests
{
    private static readonly XNamespace Namespace = "https://iam.amazonaws.com/doc/2010-05-08/";

    private EmbeddedCloud _cloud = null!;

    [SetUp]
    public async Task StartACloud() => _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());

    [TearDown]
    public async Task StopTheCloud() => await _cloud.DisposeAsync();

    [Test]
    public async Task A_role_is_made_by_a_form()
    {
        var trust = Uri.EscapeDataString("""{"Statement":[]}""");

        var (status, answer) = await SendAsync($"Action=CreateRole&Version=2010-05-08&RoleName=resizer&AssumeRolePolicyDocument={trust}&Tags.member.1.Key=a&Tags.member.1.Value=b");

        var role = answer.Element(Namespace + "CreateRoleResult")!.Element(Namespace + "Role")!;
        Assert.That((status, answer.Name), Is.EqualTo((200, Namespace + "CreateRoleResponse")));
        Assert.That(role.Element(Namespace + "Tags")!.Element(Namespace + "member")!.Value, Is.EqualTo("ab"));
        Assert.That(role.Element(Namespace + "AssumeRolePolicyDocument")!.Value, Is.EqualTo("%7B%22Statement%22%3A%5B%5D%7D"));
    }

    [TestCase("Action=GetRole&RoleName=none", 404, "NoSuchEntity")]
    [TestCase("Action=GetRole", 400, "ValidationError")]
    [TestCase("Action=GetRole&RoleName=a%01b", 400, "ValidationError")]
    [TestCase("Action=%01", 400, "UnknownOperationException")]
    [TestCase("", 400, "UnknownOperationException")]
    public async Task A_refusal_is_XML(string form, int status, string code)
    {
        var (answered, error) = await SendAsync(form);

        Assert.That((answered, error.Element(Namespace + "Error")!.Element(Namespace + "Code")!.Value), Is.EqualTo((status, code)));
    }

    [Test]
    public async Task The_developer_is_the_user()
    {
        var (_, answer) = await SendAsync("Action=GetUser");

        Assert.That(answer.Descendants(Namespace + "Arn").Single().Value, Is.EqualTo("arn:aws:iam::000000000000:user/developer"));
    }

    [Test]
    public async Task A_role_may_manage_what_its_policies_allow()
    {
        var role = _cloud.Iam.CreateRole("manager");
        role.PutPolicy("read", """{"Statement":[{"Effect":"Allow","Action":"iam:GetRole","Resource":"arn:aws:iam::000000000000:role/manager"}]}""");
        var signature = RequestSignature.Of(role);

        var (read, _) = await SendAsync("Action=GetRole&RoleName=manager", signature);
        var (deleted, _) = await SendAsync("Action=DeleteRole&RoleName=manager", signature);

        Assert.That((read, deleted), Is.EqualTo((200, 403)));
    }

    private async Task<(int Status, XElement Answer)> SendAsync(string form, RequestSignature? signature = null)
    {
        using var answer = await ControlCall.SendAsync(_cloud, "iam", "POST", "/", form, "application/x-www-form-urlencoded", signature);
        return ((int)answer.StatusCode, XElement.Parse(await answer.Content.ReadAsStringAsync()));
    }
}

namespace EmbeddedAws.Tests.CloudWatch;

public sealed class DashboardTests
{
    private readonly string _name = $"dashboard-{Guid.NewGuid():n}";

    [Test]
    public async Task A_dashboard_is_given_back_as_it_was_put()
    {
        const string Body = """{"widgets": [{"markdown": "a & <b>"}]}""";

        var put = await CloudWatchCall.FormAsync("PutDashboard", ("DashboardName", _name), ("DashboardBody", Body));
        var (status, xml) = await CloudWatchCall.FormAsync("GetDashboard", ("DashboardName", _name));
        var (_, list) = await CloudWatchCall.FormAsync("ListDashboards", ("DashboardNamePrefix", _name));

        Assert.That((put.Status, status), Is.EqualTo((200, 200)));
        Assert.That((xml.Texts("DashboardBody").Single(), xml.Texts("DashboardArn").Single()), Is.EqualTo((Body, $"arn:aws:cloudwatch::000000000000:dashboard/{_name}")));
        Assert.That((list.Texts("DashboardName").Single(), list.Texts("Size").Single()), Is.EqualTo((_name, $"{Body.Length}")));
    }

    [Test]
    public async Task A_dashboard_that_is_deleted_is_gone()
    {
        await CloudWatchCall.FormAsync("PutDashboard", ("DashboardName", _name), ("DashboardBody", "{}"));

        var deleted = await CloudWatchCall.FormAsync("DeleteDashboards", ("DashboardNames.member.1", _name));
        var again = await CloudWatchCall.FormAsync("DeleteDashboards", ("DashboardNames.member.1", _name));
        var get = await CloudWatchCall.FormAsync("GetDashboard", ("DashboardName", _name));

        Assert.That((deleted.Status, again.Status, get.Status), Is.EqualTo((200, 404, 404)));
        Assert.That(get.Xml.Texts("Code"), Is.EqualTo(["ResourceNotFound"]));
    }

    [TestCase("a b", "{}")]
    [TestCase("name", "[]")]
    [TestCase("name", "no json")]
    public async Task A_dashboard_that_is_wrong_is_refused(string name, string body)
    {
        var (status, xml) = await CloudWatchCall.FormAsync("PutDashboard", ("DashboardName", name), ("DashboardBody", body));

        Assert.That((status, xml.Texts("Code").Single()), Is.EqualTo((400, "InvalidParameterInput")));
    }
}

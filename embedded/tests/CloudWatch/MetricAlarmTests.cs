using System.Formats.Cbor;

namespace EmbeddedAws.Tests.CloudWatch;

public sealed class MetricAlarmTests
{
    private readonly string _name = $"alarm-{Guid.NewGuid():n}";

    [Test]
    public async Task An_alarm_is_given_back_as_it_was_put()
    {
        var put = await CloudWatchCall.FormAsync("PutMetricAlarm", [.. Alarm(), ("Dimensions.member.1.Name", "ApiName"), ("Dimensions.member.1.Value", "images"), ("OKActions.member.1", "arn:ok")]);

        var (status, xml) = await CloudWatchCall.FormAsync("DescribeAlarms", ("AlarmNames.member.1", _name), ("AlarmTypes.member.1", "MetricAlarm"));
        var (_, json) = await CloudWatchCall.JsonAsync("DescribeAlarms", $$"""{"AlarmNames": ["{{_name}}"]}""");

        Assert.That((put.Status, status), Is.EqualTo((200, 200)));
        Assert.That(xml.Texts("AlarmArn"), Is.EqualTo([$"arn:aws:cloudwatch:us-east-1:000000000000:alarm:{_name}"]));
        Assert.That((xml.Texts("Threshold").Single(), xml.Texts("StateValue").Single(), xml.Texts("OKActions").Single(), xml.Texts("Dimensions").Single()), Is.EqualTo(("0.01", "INSUFFICIENT_DATA", "arn:ok", "ApiNameimages")));
        var alarm = json["MetricAlarms"]![0]!;
        Assert.That((alarm["Threshold"]!.GetValue<double>(), alarm["Period"]!.GetValue<int>(), alarm["ActionsEnabled"]!.GetValue<bool>()), Is.EqualTo((0.01, 300, true)));
        Assert.That(alarm["StateUpdatedTimestamp"]!.GetValue<double>(), Is.EqualTo(DateTimeOffset.UtcNow.ToUnixTimeSeconds()).Within(60));
    }

    [Test]
    public async Task An_alarm_of_an_expression_keeps_the_types_of_its_metrics()
    {
        await CloudWatchCall.FormAsync(
            "PutMetricAlarm",
            ("AlarmName", _name),
            ("ComparisonOperator", "GreaterThanThreshold"),
            ("EvaluationPeriods", "1"),
            ("Threshold", "5"),
            ("Metrics.member.1.Id", "e"),
            ("Metrics.member.1.Expression", "m*2"),
            ("Metrics.member.1.ReturnData", "true"),
            ("Metrics.member.2.Id", "m"),
            ("Metrics.member.2.MetricStat.Period", "60"),
            ("Metrics.member.2.MetricStat.Stat", "Sum"),
            ("Metrics.member.2.MetricStat.Metric.MetricName", "Errors"),
            ("Metrics.member.2.MetricStat.Metric.Dimensions.member.1.Name", "n"),
            ("Metrics.member.2.MetricStat.Metric.Dimensions.member.1.Value", "v"));

        var (_, json) = await CloudWatchCall.JsonAsync("DescribeAlarms", $$"""{"AlarmNames": ["{{_name}}"]}""");

        Assert.That(json["MetricAlarms"]![0]!["Metrics"]!.ToJsonString(), Is.EqualTo(
            """[{"Id":"e","Expression":"m*2","ReturnData":true},{"Id":"m","MetricStat":{"Metric":{"MetricName":"Errors","Dimensions":[{"Name":"n","Value":"v"}]},"Period":60,"Stat":"Sum"}}]"""));
    }

    [TestCase("""{"Id":"m","a b":"c"}""")]
    [TestCase("""{"Id":"m","MetricStat":{}}""")]
    [TestCase("""{"Id":"m","MetricStat":{"Metric":{"MetricName":"a","Dimensions":[{"Name":"b","Value":1}]}}}""")]
    [TestCase("""{"Expression":"m*2"}""")]
    [TestCase("[]")]
    public async Task A_metric_that_is_wrong_is_refused(string metric)
    {
        var (status, json) = await CloudWatchCall.JsonAsync(
            "PutMetricAlarm", $$"""{"AlarmName":"{{_name}}","ComparisonOperator":"GreaterThanThreshold","EvaluationPeriods":1,"Threshold":5,"Metrics":[{{metric}}]}""");

        Assert.That((status, json["__type"]!.GetValue<string>()), Is.EqualTo((400, "ValidationError")));
    }

    [TestCase("DeleteAlarms", """{"AlarmNames":[1]}""")]
    [TestCase("DeleteAlarms", """{"AlarmNames":[null]}""")]
    [TestCase("DeleteDashboards", """{"DashboardNames":[{}]}""")]
    [TestCase("DescribeAlarms", """{"AlarmNames":[1]}""")]
    [TestCase("DescribeAlarms", """{"AlarmTypes":[[]]}""")]
    [TestCase("UntagResource", """{"ResourceARN":"a","TagKeys":[true]}""")]
    public async Task A_list_that_has_something_else_than_texts_is_refused(string operation, string members)
    {
        var (status, json) = await CloudWatchCall.JsonAsync(operation, members);

        Assert.That((status, json["__type"]!.GetValue<string>()), Is.EqualTo((400, "ValidationError")));
    }

    [Test]
    public async Task Alarms_are_listed_by_prefix_in_pages()
    {
        foreach (var end in new[] { "a", "b", "c" })
            await CloudWatchCall.FormAsync("PutMetricAlarm", Alarm(end));

        var (_, first) = await CloudWatchCall.FormAsync("DescribeAlarms", ("AlarmNamePrefix", _name), ("MaxRecords", "2"));
        var (_, second) = await CloudWatchCall.FormAsync("DescribeAlarms", ("AlarmNamePrefix", _name), ("MaxRecords", "2"), ("NextToken", first.Texts("NextToken").Single()));
        var (_, ok) = await CloudWatchCall.FormAsync("DescribeAlarms", ("AlarmNamePrefix", _name), ("StateValue", "OK"));

        Assert.That(first.Texts("AlarmName"), Is.EqualTo([$"{_name}a", $"{_name}b"]));
        Assert.That(second.Texts("AlarmName"), Is.EqualTo([$"{_name}c"]));
        Assert.That((second.Texts("NextToken").Count(), ok.Texts("AlarmName").Count()), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Alarms_are_deleted_all_or_none()
    {
        await CloudWatchCall.FormAsync("PutMetricAlarm", Alarm());

        var refused = await CloudWatchCall.FormAsync("DeleteAlarms", ("AlarmNames.member.1", _name), ("AlarmNames.member.2", "none"));
        var deleted = await CloudWatchCall.FormAsync("DeleteAlarms", ("AlarmNames.member.1", _name));
        var again = await CloudWatchCall.FormAsync("DeleteAlarms", ("AlarmNames.member.1", _name));

        Assert.That((refused.Status, deleted.Status, again.Status), Is.EqualTo((404, 200, 404)));
        Assert.That(refused.Xml.Texts("Code"), Is.EqualTo(["ResourceNotFound"]));
    }

    [Test]
    public async Task The_tags_of_an_alarm_change_apart_from_it()
    {
        var arn = $"arn:aws:cloudwatch:us-east-1:000000000000:alarm:{_name}";
        await CloudWatchCall.FormAsync("PutMetricAlarm", [.. Alarm(), ("Tags.member.1.Key", "a"), ("Tags.member.1.Value", "1")]);

        await CloudWatchCall.FormAsync("TagResource", ("ResourceARN", arn), ("Tags.member.1.Key", "b"), ("Tags.member.1.Value", "2"));
        await CloudWatchCall.FormAsync("UntagResource", ("ResourceARN", arn), ("TagKeys.member.1", "a"));
        await CloudWatchCall.FormAsync("PutMetricAlarm", Alarm());
        var (_, tags) = await CloudWatchCall.FormAsync("ListTagsForResource", ("ResourceARN", arn));
        var missing = await CloudWatchCall.FormAsync("ListTagsForResource", ("ResourceARN", $"{arn}x"));

        Assert.That(tags.Texts("Tags"), Is.EqualTo(["b2"]));
        Assert.That((missing.Status, missing.Xml.Texts("Code").Single()), Is.EqualTo((404, "ResourceNotFoundException")));
    }

    [TestCase("ComparisonOperator", "More")]
    [TestCase("EvaluationPeriods", "0")]
    [TestCase("Period", "45")]
    [TestCase("Threshold", "high")]
    [TestCase("DatapointsToAlarm", "2")]
    [TestCase("ExtendedStatistic", "p99")]
    [TestCase("TreatMissingData", "well")]
    [TestCase("Other", "1")]
    [TestCase("Threshold", "NaN")]
    [TestCase("Threshold", "-Infinity")]
    [TestCase("Threshold", "1e999")]
    [TestCase("Dimensions.member.1.1x", "a")]
    [TestCase("Dimensions.member.1", "a")]
    [TestCase("Dimensions.member.1.Name", "a")]
    [TestCase("OKActions.member.1.a b", "c")]
    public async Task An_alarm_that_is_wrong_is_refused(string member, string value)
    {
        var (status, xml) = await CloudWatchCall.FormAsync("PutMetricAlarm", [.. Alarm().Where(other => other.Name != member), (member, value)]);

        Assert.That((status, xml.Texts("Code").Single()), Is.EqualTo((400, "ValidationError")));
    }

    [Test]
    public async Task Clients_of_CBOR_are_answered_in_CBOR()
    {
        await CloudWatchCall.FormAsync("PutMetricAlarm", Alarm());
        var writer = new CborWriter();
        writer.WriteStartMap(1);
        writer.WriteTextString("AlarmNamePrefix");
        writer.WriteTextString(_name);
        writer.WriteEndMap();

        var (status, cbor) = await CloudWatchCall.CborAsync("DescribeAlarms", writer.Encode());
        var (malformed, _) = await CloudWatchCall.CborAsync("DescribeAlarms", [0xFF]);

        var text = System.Text.Encoding.UTF8.GetString(cbor);
        Assert.That((status, malformed), Is.EqualTo((200, 400)));
        Assert.That(text, Does.Contain(_name).And.Contain("MetricAlarms"));
        Assert.That(cbor.AsSpan().IndexOf(new byte[] { 0xC1, 0xFB }), Is.Positive, "a time has the tag 1");
    }

    [Test]
    public async Task An_error_in_JSON_has_the_code_of_the_form_too()
    {
        var (status, json) = await CloudWatchCall.JsonAsync("GetDashboard", """{"DashboardName": "none"}""");

        Assert.That((status, json["__type"]!.GetValue<string>()), Is.EqualTo((404, "ResourceNotFound")));
    }

    private (string Name, string Value)[] Alarm(string end = "") =>
    [
        ("AlarmName", _name + end), ("Namespace", "AWS/ApiGateway"), ("MetricName", "5XXError"), ("Statistic", "Average"), ("Period", "300"), ("EvaluationPeriods", "1"),
        ("Threshold", "0.01"), ("ComparisonOperator", "GreaterThanThreshold"),
    ];
}

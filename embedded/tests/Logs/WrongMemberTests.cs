namespace EmbeddedAws.Tests.Logs;

/// <summary>Requests to CloudWatch Logs with members of another kind than they have.</summary>
public sealed class WrongMemberTests
{
    [TestCase("CreateLogGroup", """{"logGroupName":"/new","kmsKeyId":"a","logGroupClass":"STANDARD","tags":{"a":"b"}}""")]
    [TestCase("CreateLogStream", """{"logGroupName":"/g","logStreamName":"new"}""")]
    [TestCase("DescribeLogGroups", """{"logGroupNamePrefix":"a","logGroupNamePattern":"","nextToken":"","limit":1}""")]
    [TestCase("DescribeLogStreams", """{"logGroupName":"/g","logStreamNamePrefix":"s","orderBy":"LastEventTime","descending":true,"nextToken":"1","limit":1}""")]
    [TestCase("FilterLogEvents", """
        {"logGroupName":"/g","logStreamNames":["s"],"logStreamNamePrefix":"s","startTime":0,"endTime":1,"filterPattern":"a","interleaved":true,"limit":1,"nextToken":"0000000000000000000000000000000000000000"}
        """)]
    [TestCase("GetLogEvents", """{"logGroupName":"/g","logStreamName":"s","startTime":0,"endTime":1,"startFromHead":true,"limit":1,"nextToken":"f/0000000000000000000000000000000000000000"}""")]
    [TestCase("PutLogEvents", """{"logGroupName":"/g","logStreamName":"s","sequenceToken":"a","logEvents":[{"timestamp":1,"message":"a"}]}""")]
    [TestCase("PutRetentionPolicy", """{"logGroupName":"/g","retentionInDays":1}""")]
    [TestCase("TagResource", """{"resourceArn":"arn:aws:logs:us-east-1:000000000000:log-group:/g","tags":{"a":"b"}}""")]
    [TestCase("UntagResource", """{"resourceArn":"arn:aws:logs:us-east-1:000000000000:log-group:/g","tagKeys":["a"]}""")]
    [TestCase("ListTagsForResource", """{"resourceArn":"arn:aws:logs:us-east-1:000000000000:log-group:/g"}""")]
    public async Task A_wrong_member_is_never_a_fault(string operation, string members)
    {
        await using var cloud = EmbeddedCloud.Open(new EmbeddedCloudOptions());
        await cloud.CallAsync("logs", "CreateLogGroup", """{"logGroupName":"/g"}""");
        await cloud.CallAsync("logs", "CreateLogStream", """{"logGroupName":"/g","logStreamName":"s"}""");

        Assert.That(await WrongMembers.FaultsAsync(cloud, "logs", operation, members), Is.Empty);
    }
}

namespace EmbeddedAws.Tests.Lambda;

/// <summary>Requests to Lambda with members of another kind than they have.</summary>
public sealed class WrongMemberTests
{
    [TestCase("CreateFunction", """
        {"FunctionName":"new","Role":"arn:aws:iam::000000000000:role/tester","Runtime":"dotnet10","Handler":"a","Description":"a","Timeout":3,"MemorySize":128,"Publish":false,"PackageType":"Zip",
        "Code":{"ZipFile":"AAAA"},"Environment":{"Variables":{"NAME":"a"}},"LoggingConfig":{"LogFormat":"Text","LogGroup":"/a"},"EphemeralStorage":{"Size":512},"TracingConfig":{"Mode":"Active"},
        "Architectures":["x86_64"],"KMSKeyArn":"a","Tags":{"a":"b"},"SnapStart":{"ApplyOn":"None"},"Layers":[],"VpcConfig":{"SubnetIds":[],"SecurityGroupIds":[]},"DeadLetterConfig":{"TargetArn":""}}
        """)]
    [TestCase("UpdateFunctionConfiguration", """
        {"FunctionName":"there","RevisionId":"","Role":"arn:aws:iam::000000000000:role/tester","Environment":{"Variables":{"NAME":"a"}},"LoggingConfig":{"LogFormat":"Text","LogGroup":"/a"},
        "EphemeralStorage":{"Size":512},"TracingConfig":{"Mode":"Active"},"SnapStart":{"ApplyOn":"None"}}
        """)]
    [TestCase("UpdateFunctionCode", """{"FunctionName":"there","ZipFile":"AAAA","Architectures":["arm64"],"DryRun":true,"Publish":false,"RevisionId":"a"}""")]
    [TestCase("GetFunction", """{"FunctionName":"there","Qualifier":"$LATEST"}""")]
    [TestCase("ListFunctions", """{"Marker":"a","MaxItems":10,"FunctionVersion":"ALL"}""")]
    [TestCase("ListVersionsByFunction", """{"FunctionName":"there","Marker":"a","MaxItems":10}""")]
    [TestCase("AddPermission", """{"FunctionName":"there","StatementId":"a","Action":"lambda:*","Principal":"a","SourceArn":"a","SourceAccount":"a","RevisionId":""}""")]
    [TestCase("RemovePermission", """{"FunctionName":"there","StatementId":"a","RevisionId":"a"}""")]
    [TestCase("PutFunctionConcurrency", """{"FunctionName":"there","ReservedConcurrentExecutions":1}""")]
    [TestCase("TagResource", """{"Resource":"arn:aws:lambda:us-east-1:000000000000:function:there","Tags":{"a":"b"}}""")]
    [TestCase("UntagResource", """{"Resource":"arn:aws:lambda:us-east-1:000000000000:function:there","tagKeys":["a"]}""")]
    [TestCase("ListTags", """{"Resource":"arn:aws:lambda:us-east-1:000000000000:function:there"}""")]
    public async Task A_wrong_member_is_never_a_fault(string operation, string members)
    {
        await using var cloud = await FunctionCloud.StartAsync();
        cloud.Cloud.RunInProcess("new", (payload, _, _) => Task.FromResult(payload));
        cloud.Cloud.RunInProcess("there", (payload, _, _) => Task.FromResult(payload));
        await cloud.CreateAsync("there", [], []);

        Assert.That(await WrongMembers.FaultsAsync(cloud.Cloud, "lambda", operation, members), Is.Empty);
    }
}

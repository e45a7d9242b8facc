using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Tests.ApiGateway;

namespace EmbeddedAws.Tests.Hostile;

/// <summary>A request for each operation of the services that manage resources, with which nothing is wrong: its members as they are sent.</summary>
internal static class ControlRequests
{
    private const string Trust = """{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":[\"lambda.amazonaws.com\",\"scheduler.amazonaws.com\"]}}}""";
    private const string Policy = """{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"s3:*\"],\"Resource\":\"arn:aws:s3:::b/*\",\"Condition\":{\"StringLike\":{\"s3:prefix\":\"a*\"}}}]}""";
    private const string FunctionArn = "arn:aws:lambda:us-east-1:000000000000:function:target";
    private const string RoleArn = "arn:aws:iam::000000000000:role/tester";
    private const string PolicyArn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";
    private const string Alarm = "arn:aws:cloudwatch:us-east-1:000000000000:alarm:alarm";
    private const string GroupArn = "arn:aws:logs:us-east-1:000000000000:log-group:group";
    private const string ApiArn = "arn:aws:apigateway:us-east-1::/restapis/images";
    private const string GroupOfSchedules = "arn:aws:scheduler:us-east-1:000000000000:schedule-group/default";
    private const string Schedule =
        $$$$$"""{"Name":"schedule","ScheduleExpression":"cron(0/5 8-9 ? JAN MON-FRI 2030)","ScheduleExpressionTimezone":"Europe/Berlin","StartDate":1893456000,"EndDate":1993456000,"State":"ENABLED","ActionAfterCompletion":"DELETE","FlexibleTimeWindow":{"Mode":"FLEXIBLE","MaximumWindowInMinutes":5},"Target":{"Arn":"{{{{{FunctionArn}}}}}","RoleArn":"{{{{{RoleArn}}}}}","Input":"{}","RetryPolicy":{"MaximumEventAgeInSeconds":60,"MaximumRetryAttempts":1}}}""";

    private const string Settings =
        $$$"""{"FunctionName":"target","Role":"{{{RoleArn}}}","Runtime":"provided.al2023","Handler":"bootstrap","Description":"a","Timeout":3,"MemorySize":128,"Environment":{"Variables":{"AB":"c"}},"EphemeralStorage":{"Size":512},"TracingConfig":{"Mode":"Active"},"LoggingConfig":{"LogFormat":"Text"}}""";

    private const string Tags = """{"RoleName":"role","Tags":[{"Key":"a","Value":"b"}]}""";
    private const string Patches = """[{"op":"replace","path":"/description","value":"a"}]""";

    private static readonly Dictionary<string, string> All = new()
    {
        ["iam CreateRole"] = $$"""{"RoleName":"made","Path":"/a/","AssumeRolePolicyDocument":"{{Trust}}","Description":"a","MaxSessionDuration":3600,"Tags":[{"Key":"a","Value":"b"}]}""",
        ["iam GetRole"] = """{"RoleName":"role"}""",
        ["iam UpdateRole"] = """{"RoleName":"role","Description":"a","MaxSessionDuration":3600}""",
        ["iam UpdateRoleDescription"] = """{"RoleName":"role","Description":"a"}""",
        ["iam UpdateAssumeRolePolicy"] = $$"""{"RoleName":"role","PolicyDocument":"{{Trust}}"}""",
        ["iam DeleteRole"] = """{"RoleName":"gone"}""",
        ["iam ListRoles"] = """{"PathPrefix":"/","Marker":"a","MaxItems":5}""",
        ["iam PutRolePolicy"] = $$"""{"RoleName":"role","PolicyName":"policy","PolicyDocument":"{{Policy}}"}""",
        ["iam GetRolePolicy"] = """{"RoleName":"role","PolicyName":"policy"}""",
        ["iam DeleteRolePolicy"] = """{"RoleName":"role","PolicyName":"policy"}""",
        ["iam ListRolePolicies"] = """{"RoleName":"role","MaxItems":1}""",
        ["iam AttachRolePolicy"] = $$"""{"RoleName":"role","PolicyArn":"{{PolicyArn}}"}""",
        ["iam DetachRolePolicy"] = $$"""{"RoleName":"role","PolicyArn":"{{PolicyArn}}"}""",
        ["iam ListAttachedRolePolicies"] = """{"RoleName":"role","PathPrefix":"/"}""",
        ["iam ListInstanceProfilesForRole"] = """{"RoleName":"role"}""",
        ["iam TagRole"] = Tags,
        ["iam UntagRole"] = """{"RoleName":"role","TagKeys":["a"]}""",
        ["iam ListRoleTags"] = """{"RoleName":"role"}""",
        ["iam GetUser"] = """{"UserName":"developer"}""",
        ["iam GetPolicy"] = $$"""{"PolicyArn":"{{PolicyArn}}"}""",
        ["iam GetPolicyVersion"] = $$"""{"PolicyArn":"{{PolicyArn}}","VersionId":"v1"}""",
        ["sts GetCallerIdentity"] = "{}",
        ["kms DescribeKey"] = """{"KeyId":"alias/aws/dynamodb"}""",
        ["s3 ListTagsForResource"] = """{"resourceArn":"arn:aws:s3:::attacked"}""",
        ["s3 TagResource"] = """{"resourceArn":"arn:aws:s3:::attacked","Tags":[{"Key":"a","Value":"b"}]}""",
        ["s3 UntagResource"] = """{"resourceArn":"arn:aws:s3:::attacked","tagKeys":["a"]}""",
        ["scheduler CreateSchedule"] = Schedule,
        ["scheduler UpdateSchedule"] = Schedule,
        ["scheduler GetSchedule"] = """{"Name":"schedule","groupName":"default"}""",
        ["scheduler DeleteSchedule"] = """{"Name":"schedule"}""",
        ["scheduler ListSchedules"] = """{"ScheduleGroup":"default","NamePrefix":"s","State":"ENABLED","MaxResults":1,"NextToken":"a"}""",
        ["scheduler GetScheduleGroup"] = """{"Name":"default"}""",
        ["scheduler ListTagsForResource"] = $$"""{"ResourceArn":"{{GroupOfSchedules}}"}""",
        ["monitoring PutMetricAlarm"] =
            """{"AlarmName":"alarm","ComparisonOperator":"GreaterThanThreshold","EvaluationPeriods":1,"Threshold":5,"OKActions":["arn:a"],"Metrics":[{"Id":"m","MetricStat":{"Metric":{"Namespace":"n","MetricName":"a","Dimensions":[{"Name":"b","Value":"c"}]},"Period":60,"Stat":"Sum"},"ReturnData":true}],"Tags":[{"Key":"a","Value":"b"}]}""",
        ["monitoring DescribeAlarms"] = """{"AlarmNames":["alarm"],"AlarmTypes":["MetricAlarm"],"MaxRecords":1}""",
        ["monitoring DeleteAlarms"] = """{"AlarmNames":["none"]}""",
        ["monitoring PutDashboard"] = """{"DashboardName":"board","DashboardBody":"{}"}""",
        ["monitoring GetDashboard"] = """{"DashboardName":"board"}""",
        ["monitoring ListDashboards"] = """{"DashboardNamePrefix":"b"}""",
        ["monitoring DeleteDashboards"] = """{"DashboardNames":["none"]}""",
        ["monitoring ListTagsForResource"] = $$"""{"ResourceARN":"{{Alarm}}"}""",
        ["monitoring TagResource"] = $$"""{"ResourceARN":"{{Alarm}}","Tags":[{"Key":"a","Value":"b"}]}""",
        ["monitoring UntagResource"] = $$"""{"ResourceARN":"{{Alarm}}","TagKeys":["a"]}""",
        ["logs CreateLogGroup"] = """{"logGroupName":"made","tags":{"a":"b"}}""",
        ["logs DeleteLogGroup"] = """{"logGroupName":"made"}""",
        ["logs DescribeLogGroups"] = """{"logGroupNamePrefix":"g","limit":1}""",
        ["logs PutRetentionPolicy"] = """{"logGroupName":"group","retentionInDays":7}""",
        ["logs DeleteRetentionPolicy"] = """{"logGroupName":"group"}""",
        ["logs ListTagsForResource"] = $$"""{"resourceArn":"{{GroupArn}}"}""",
        ["logs TagResource"] = $$$"""{"resourceArn":"{{{GroupArn}}}","tags":{"a":"b"}}""",
        ["logs UntagResource"] = $$"""{"resourceArn":"{{GroupArn}}","tagKeys":["a"]}""",
        ["logs CreateLogStream"] = """{"logGroupName":"group","logStreamName":"made"}""",
        ["logs DescribeLogStreams"] = """{"logGroupName":"group","limit":1,"descending":true}""",
        ["logs PutLogEvents"] = """{"logGroupName":"group","logStreamName":"stream","logEvents":[{"timestamp":1893456000000,"message":"a"}]}""",
        ["logs GetLogEvents"] = """{"logGroupName":"group","logStreamName":"stream","startTime":0,"endTime":1993456000000,"limit":5,"startFromHead":true}""",
        ["logs FilterLogEvents"] = """{"logGroupName":"group","logStreamNames":["stream"],"filterPattern":"a","startTime":0,"endTime":1993456000000,"limit":5}""",
        ["lambda CreateFunction"] = Settings.Replace("\"target\"", "\"made\"", StringComparison.Ordinal)[..^1] + ""","Code":{"ZipFile":"$zip"},"Architectures":["x86_64"],"Tags":{"a":"b"},"Publish":false}""",
        ["lambda UpdateFunctionConfiguration"] = Settings,
        ["lambda UpdateFunctionCode"] = """{"FunctionName":"target","ZipFile":"$zip","Architectures":["x86_64"]}""",
        ["lambda ListFunctions"] = """{"MaxItems":1,"Marker":"a"}""",
        ["lambda ListVersionsByFunction"] = """{"FunctionName":"target","MaxItems":1}""",
        ["lambda Invoke"] = """{"FunctionName":"target"}""",
        ["lambda AddPermission"] = """{"FunctionName":"target","StatementId":"made","Action":"lambda:InvokeFunction","Principal":"apigateway.amazonaws.com","SourceArn":"arn:aws:execute-api:us-east-1:000000000000:images/*"}""",
        ["lambda RemovePermission"] = """{"FunctionName":"target","StatementId":"made"}""",
        ["lambda PutFunctionConcurrency"] = """{"FunctionName":"target","ReservedConcurrentExecutions":1}""",
        ["lambda ListTags"] = $$"""{"Resource":"{{FunctionArn}}"}""",
        ["lambda TagResource"] = $$$"""{"Resource":"{{{FunctionArn}}}","Tags":{"a":"b"}}""",
        ["lambda UntagResource"] = $$"""{"Resource":"{{FunctionArn}}","tagKeys":["a"]}""",
        ["apigateway CreateRestApi"] = """{"name":"made","description":"a","binaryMediaTypes":["image/*"],"endpointConfiguration":{"types":["REGIONAL"]},"tags":{"a":"b"}}""",
        ["apigateway GetRestApis"] = """{"limit":1}""",
        ["apigateway CreateResource"] = """{"restApiId":"images","parentId":"$root","pathPart":"made"}""",
        ["apigateway PutMethod"] = """{"restApiId":"images","resourceId":"$root","httpMethod":"POST","authorizationType":"NONE","apiKeyRequired":false}""",
        ["apigateway PutIntegration"] = $$"""{"restApiId":"images","resourceId":"$resource","httpMethod":"GET","integrationHttpMethod":"POST","type":"AWS_PROXY","uri":"{{ManagedApi.UriOf("get")}}","timeoutInMillis":1000}""",
        ["apigateway PutGatewayResponse"] = """{"restApiId":"images","responseType":"DEFAULT_4XX","statusCode":"404","responseParameters":{"gatewayresponse.header.A":"'b'"},"responseTemplates":{"application/json":"{}"}}""",
        ["apigateway CreateDeployment"] = """{"restApiId":"images","description":"a"}""",
        ["apigateway CreateStage"] = """{"restApiId":"images","stageName":"made","deploymentId":"$deployment","tags":{"a":"b"}}""",
        ["apigateway UpdateAccount"] = """{"patchOperations":[]}""",
        ["apigateway CreateApiKey"] = """{"name":"made","enabled":true,"tags":{"a":"b"}}""",
        ["apigateway GetApiKeys"] = """{"name":"a","includeValues":true,"limit":1}""",
        ["apigateway CreateUsagePlan"] = """{"name":"made","throttle":{"rateLimit":1.5,"burstLimit":2},"quota":{"limit":5,"period":"DAY","offset":0},"apiStages":[{"apiId":"images","stage":"dev"}]}""",
        ["apigateway CreateUsagePlanKey"] = """{"usagePlanId":"$plan","keyId":"$key","keyType":"API_KEY"}""",
        ["apigateway GetTags"] = $$"""{"resourceArn":"{{ApiArn}}"}""",
        ["apigateway TagResource"] = $$$"""{"resourceArn":"{{{ApiArn}}}","tags":{"a":"b"}}""",
        ["apigateway UntagResource"] = $$"""{"resourceArn":"{{ApiArn}}","tagKeys":["a"]}""",
    };

    /// <summary>What members of paths are, for operations that have none but those.</summary>
    private static readonly Dictionary<string, string> InPaths = new()
    {
        ["FunctionName"] = "target",
        ["restApiId"] = "images",
        ["resourceId"] = "$resource",
        ["httpMethod"] = "GET",
        ["responseType"] = "DEFAULT_4XX",
        ["deploymentId"] = "$deployment",
        ["stageName"] = "dev",
        ["apiKey"] = "$key",
        ["usagePlanId"] = "$plan",
        ["keyId"] = "$key",
    };

    /// <summary>The members of a request.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="ids">The ids that were made up for what is in the cloud, by what is put in their place: <c>$root</c>.</param>
    public static JsonObject Of(SupportedOperation operation, IReadOnlyDictionary<string, string> ids)
    {
        var members = JsonNode.Parse(All.GetValueOrDefault($"{operation.Service} {operation.Name}") ?? OfPath(operation))!.AsObject();
        foreach (var (name, value) in members.ToList())
        {
            if (value is JsonValue text && text.TryGetValue(out string? id) && ids.TryGetValue(id, out var made))
                members[name] = made;
        }

        if (members["Code"] is JsonObject code)
            code["ZipFile"] = ids["$zip"];
        return members;
    }

    private static string OfPath(SupportedOperation operation)
    {
        var names = ControlEncoding.MembersOf(operation.Path ?? throw new InvalidOperationException($"{operation} has no request here."));
        var members = new JsonObject(names.Select(name => KeyValuePair.Create(name, (JsonNode?)InPaths[name])));
        if (operation.Method == "PATCH")
            members["patchOperations"] = JsonNode.Parse(Patches);
        return members.ToJsonString();
    }
}

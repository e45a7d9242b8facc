using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using EmbeddedAws.Iam;
using EmbeddedAws.Tests.DynamoDb;

namespace EmbeddedAws.Tests.Iam;

/// <summary>What a role may do with S3 and DynamoDB: each test has a cloud of its own, since roles are of the whole account.</summary>
public sealed class RoleTests
{
    private EmbeddedCloud _cloud = null!;
    private IamRole _role = null!;
    private IAmazonS3 _s3 = null!;
    private IAmazonDynamoDB _dynamoDb = null!;

    [SetUp]
    public async Task StartACloudWithARole()
    {
        _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { RecordsGrants = true });
        await CreateBucketAndTableAsync();
        _role = _cloud.Iam.CreateRole("tested");
        var credentials = new SessionAWSCredentials(_role.AccessKeyId, _role.SecretAccessKey, "token");
        (_s3, _dynamoDb) = (AwsSurface.S3Of(_cloud, credentials), AwsSurface.DynamoDbOf(_cloud, credentials));
    }

    [TearDown]
    public async Task StopTheCloud()
    {
        _s3.Dispose();
        _dynamoDb.Dispose();
        await _cloud.DisposeAsync();
    }

    [Test]
    public async Task What_nothing_allows_is_denied()
    {
        var s3 = await ErrorOf(() => _s3.GetObjectAsync("photos", "a"));
        var dynamoDb = await ErrorOf(() => _dynamoDb.ScanAsync(new ScanRequest("Photos")));

        Assert.That(s3, Is.EqualTo("AccessDenied"));
        Assert.That(dynamoDb, Is.EqualTo("AccessDeniedException"));
        Assert.That(_role.Used, Is.Empty);
    }

    [TestCase("s3:PutObject", "arn:aws:s3:::photos/images/*", null)]
    [TestCase("S3:put*", "*", null)]
    [TestCase("s3:PutObjec?", "arn:aws:s3:::photos/images/?", null)]
    [TestCase("s3:PutObject", "arn:aws:s3:::photos", "AccessDenied")]
    [TestCase("s3:PutObject", "arn:aws:s3:::photos/other/*", "AccessDenied")]
    [TestCase("s3:PutObject", "arn:aws:s3:::PHOTOS/images/*", "AccessDenied")]
    [TestCase("s3:GetObject", "arn:aws:s3:::photos/images/*", "AccessDenied")]
    public async Task An_action_is_allowed_on_the_resources_that_a_policy_names(string action, string resource, string? error)
    {
        _role.PutPolicy("test", Policy("Allow", action, resource));

        var denied = await ErrorOf(() => _s3.PutObjectAsync(new() { BucketName = "photos", Key = "images/a", ContentBody = "x" }));

        Assert.That(denied, Is.EqualTo(error));
    }

    [TestCase("s3:PutBucketCORS", null, "AccessDenied")]
    [TestCase("s3:GetBucketCORS", "AccessDenied", null)]
    [TestCase("s3:*BucketCors", null, null)]
    [TestCase("s3:GetObject", "AccessDenied", "AccessDenied")]
    public async Task The_CORS_rules_of_a_bucket_have_actions_of_their_own(string action, string? delete, string? get)
    {
        _role.PutPolicy("test", Policy("Allow", action, "arn:aws:s3:::photos"));

        var got = await ErrorOf(() => _s3.GetCORSConfigurationAsync("photos"));
        var deleted = await ErrorOf(() => _s3.DeleteCORSConfigurationAsync("photos"));

        Assert.That((deleted, got), Is.EqualTo((delete, get)));
    }

    [Test]
    public async Task Deny_wins_over_Allow()
    {
        _role.PutPolicy("allow", Policy("Allow", "s3:*", "*"));
        _role.PutPolicy("deny", Policy("Deny", "s3:PutObject", "*"));

        var put = await ErrorOf(() => _s3.PutObjectAsync(new() { BucketName = "photos", Key = "a", ContentBody = "x" }));
        var list = await ErrorOf(() => _s3.ListObjectsV2Async(new() { BucketName = "photos" }));

        Assert.That((put, list), Is.EqualTo(("AccessDenied", (string?)null)));
    }

    [TestCase("arn:aws:dynamodb:us-east-1:000000000000:table/Photos/index/byGroup", null)]
    [TestCase("arn:aws:dynamodb:us-east-1:000000000000:table/Photos/index/*", null)]
    [TestCase("arn:aws:dynamodb:us-east-1:000000000000:table/Photos/index/byOwner", "AccessDeniedException")]
    [TestCase("arn:aws:dynamodb:us-east-1:000000000000:table/Photos", "AccessDeniedException")]
    public async Task A_query_of_an_index_needs_the_index(string resource, string? error)
    {
        _role.PutPolicy("test", Policy("Allow", "dynamodb:Query", resource));

        var denied = await ErrorOf(() => _dynamoDb.QueryAsync(new QueryRequest
        {
            TableName = "Photos",
            IndexName = "byGroup",
            KeyConditionExpression = "#group = :group",
            ExpressionAttributeNames = new() { ["#group"] = "group" },
            ExpressionAttributeValues = new() { [":group"] = new("a") },
        }));

        Assert.That(denied, Is.EqualTo(error));
    }

    [TestCase("PutItem UpdateItem DeleteItem ConditionCheckItem", null)]
    [TestCase("UpdateItem DeleteItem ConditionCheckItem", "AccessDeniedException")]
    [TestCase("PutItem DeleteItem ConditionCheckItem", "AccessDeniedException")]
    [TestCase("PutItem UpdateItem ConditionCheckItem", "AccessDeniedException")]
    [TestCase("PutItem UpdateItem DeleteItem", "AccessDeniedException")]
    [TestCase("TransactWriteItems", "AccessDeniedException")]
    public async Task A_transaction_needs_the_actions_of_what_it_does(string actions, string? error)
    {
        foreach (var action in actions.Split(' '))
            _role.PutPolicy(action, Policy("Allow", $"dynamodb:{action}", "arn:aws:dynamodb:us-east-1:000000000000:table/Photos"));
        var table = new TestTable("Photos");

        var denied = await ErrorOf(() => _dynamoDb.TransactWriteItemsAsync(new()
        {
            TransactItems = [Transaction.Put(table, "1"), Transaction.Increment(table, "2"), Transaction.Delete(table, "3"), Transaction.Check(table, "4", "attribute_not_exists(id)")],
        }));

        Assert.That(denied, Is.EqualTo(error));
    }

    [TestCase("dynamodb:BatchWriteItem", null, "AccessDeniedException")]
    [TestCase("dynamodb:PutItem", "AccessDeniedException", "AccessDeniedException")]
    [TestCase("dynamodb:GetItem", "AccessDeniedException", null)]
    [TestCase("dynamodb:TransactGetItems", "AccessDeniedException", "AccessDeniedException")]
    public async Task A_batch_needs_its_own_action_and_a_transaction_those_of_its_reads(string action, string? batch, string? transaction)
    {
        _role.PutPolicy("test", Policy("Allow", action, "arn:aws:dynamodb:us-east-1:000000000000:table/Photos"));
        var key = Attributes.Item(("id", "1"));

        var wrote = await ErrorOf(() => _dynamoDb.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>> { ["Photos"] = [new(new DeleteRequest(key))] }));
        var read = await ErrorOf(() => _dynamoDb.TransactGetItemsAsync(new() { TransactItems = [new() { Get = new() { TableName = "Photos", Key = key } }] }));

        Assert.That((wrote, read), Is.EqualTo((batch, transaction)));
    }

    [TestCase("arn:aws:dynamodb:us-east-1:000000000000:table/Photos", null)]
    [TestCase("arn:aws:dynamodb:us-east-1:000000000000:table/Other", "AccessDeniedException")]
    public async Task A_table_that_is_named_by_its_ARN_is_the_same_resource(string resource, string? error)
    {
        _role.PutPolicy("test", Policy("Allow", "dynamodb:Scan", resource));

        var denied = await ErrorOf(() => _dynamoDb.ScanAsync(new ScanRequest("arn:aws:dynamodb:us-east-1:000000000000:table/Photos")));

        Assert.That(denied, Is.EqualTo(error));
    }

    [Test]
    public async Task Only_a_role_that_may_list_the_bucket_is_told_that_a_key_is_missing()
    {
        _role.PutPolicy("get", Policy("Allow", "s3:GetObject", "*"));
        var before = await ErrorOf(() => _s3.GetObjectAsync("photos", "missing"));
        _role.PutPolicy("list", Policy("Allow", "s3:ListBucket", "arn:aws:s3:::photos"));

        var after = await ErrorOf(() => _s3.GetObjectAsync("photos", "missing"));

        Assert.That((before, after), Is.EqualTo(("AccessDenied", "NoSuchKey")));
    }

    [TestCase("\"1\"", "s3:DeleteObject", "AccessDenied")]
    [TestCase("\"1\"", "s3:*Object", "PreconditionFailed")]
    [TestCase("*", "s3:DeleteObject", null)]
    [TestCase(null, "s3:DeleteObject", null)]
    public async Task A_delete_on_condition_of_an_ETag_reads_the_object(string? ifMatch, string action, string? error)
    {
        using var owner = AwsSurface.S3Of(_cloud, AwsSurface.Credentials);
        await owner.PutObjectAsync(new() { BucketName = "photos", Key = "a", ContentBody = "x" });
        _role.PutPolicy("test", Policy("Allow", action, "*"));

        var denied = await ErrorOf(() => _s3.DeleteObjectAsync(new() { BucketName = "photos", Key = "a", IfMatch = ifMatch }));

        Assert.That(denied, Is.EqualTo(error));
    }

    [TestCase("variants/1/", null)]
    [TestCase("variants/", null)]
    [TestCase("variants", "AccessDenied")]
    [TestCase("images/", "AccessDenied")]
    [TestCase("", "AccessDenied")]
    [TestCase(null, "AccessDenied")]
    public async Task A_role_may_list_only_under_the_prefix_that_its_condition_names(string? prefix, string? error)
    {
        _role.PutPolicy("list", PolicyUnderPrefix("Allow", "variants/*"));

        var newer = await ErrorOf(() => _s3.ListObjectsV2Async(new() { BucketName = "photos", Prefix = prefix }));
        var older = await ErrorOf(() => _s3.ListObjectsAsync(new ListObjectsRequest { BucketName = "photos", Prefix = prefix }));

        Assert.That((newer, older), Is.EqualTo((error, error)));
    }

    [Test]
    public async Task A_permission_under_a_prefix_does_not_tell_that_a_key_is_missing()
    {
        _role.PutPolicy("get", Policy("Allow", "s3:GetObject", "*"));
        _role.PutPolicy("list", PolicyUnderPrefix("Allow", "*"));

        var missing = await ErrorOf(() => _s3.GetObjectAsync("photos", "variants/missing"));

        Assert.That(missing, Is.EqualTo("AccessDenied"));
    }

    [TestCase("images/", "AccessDenied")]
    [TestCase("variants/", null)]
    public async Task A_denial_holds_where_its_condition_does(string prefix, string? error)
    {
        _role.PutPolicy("allow", Policy("Allow", "s3:ListBucket", "*"));
        _role.PutPolicy("deny", PolicyUnderPrefix("Deny", "images/*", "secret/*"));

        var denied = await ErrorOf(() => _s3.ListObjectsV2Async(new() { BucketName = "photos", Prefix = prefix }));

        Assert.That(denied, Is.EqualTo(error));
    }

    [Test]
    public async Task A_presigned_url_counts_as_a_call_of_the_role_that_signed_it()
    {
        _role.PutPolicy("get", Policy("Allow", "s3:PutObject", "*"));
        using var http = new HttpClient();
        var put = await _s3.GetPreSignedURLAsync(new() { BucketName = "photos", Key = "a", Verb = HttpVerb.PUT, Expires = DateTime.UtcNow.AddMinutes(5), Protocol = Protocol.HTTP });
        var get = await _s3.GetPreSignedURLAsync(new() { BucketName = "photos", Key = "a", Verb = HttpVerb.GET, Expires = DateTime.UtcNow.AddMinutes(5), Protocol = Protocol.HTTP });

        using var allowed = await http.PutAsync(put, new StringContent("x"));
        using var denied = await http.GetAsync(get);

        Assert.That(((int)allowed.StatusCode, (int)denied.StatusCode), Is.EqualTo((200, 403)));
        Assert.That(_role.Used, Is.EqualTo([("s3:PutObject", "arn:aws:s3:::photos/a")]));
    }

    [TestCase("""{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}""", "Bool of aws:MultiFactorAuthPresent")]
    [TestCase("""{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringLike":{"aws:username":"a"}}}]}""", "StringLike of aws:username")]
    [TestCase("""{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringLike":{"s3:prefix":"${aws:username}/*"}}}]}""", "${aws:username}")]
    [TestCase("""{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"iam:PassedToService":"*.amazonaws.com"}}}]}""", "StringEquals of iam:PassedToService")]
    [TestCase("""{"Statement":[{"Effect":"Allow","NotAction":"*","Resource":"*"}]}""", "NotAction")]
    [TestCase("""{"Statement":[{"Effect":"Allow","Action":"*","Resource":"${aws:username}"}]}""", "${aws:username}")]
    [TestCase("""{"Statement":[{"Effect":"Perhaps","Action":"*","Resource":"*"}]}""", "Perhaps")]
    public void A_policy_that_is_not_evaluated_in_full_is_refused(string policy, string named)
    {
        Assert.That(() => _role.PutPolicy("test", policy), Throws.TypeOf<NotSupportedException>().With.Message.Contains(named));
    }

    private async Task CreateBucketAndTableAsync()
    {
        using var s3 = AwsSurface.S3Of(_cloud, AwsSurface.Credentials);
        using var dynamoDb = AwsSurface.DynamoDbOf(_cloud, AwsSurface.Credentials);
        await s3.PutBucketAsync("photos");
        await s3.PutCORSConfigurationAsync("photos", new CORSConfiguration { Rules = [new CORSRule { AllowedMethods = ["GET"], AllowedOrigins = ["*"] }] });
        var table = TestTable.Request(indexes: [TestTable.Index("byGroup", "group"), TestTable.Index("byOwner", "owner")]);
        table.TableName = "Photos";
        await dynamoDb.CreateTableAsync(table);
    }

    private static string Policy(string effect, string action, string resource) => new JsonObject
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonObject { ["Sid"] = "Test", ["Effect"] = effect, ["Action"] = action, ["Resource"] = new JsonArray(resource) },
    }.ToJsonString();

    private static string PolicyUnderPrefix(string effect, params string[] prefixes) => new JsonObject
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonObject
        {
            ["Effect"] = effect,
            ["Action"] = "s3:ListBucket",
            ["Resource"] = "arn:aws:s3:::photos",
            ["Condition"] = new JsonObject { ["StringLike"] = new JsonObject { ["s3:prefix"] = new JsonArray([.. prefixes.Select(prefix => JsonValue.Create(prefix))]) } },
        },
    }.ToJsonString();

    private static async Task<string?> ErrorOf(Func<Task> call)
    {
        try
        {
            await call();
            return null;
        }
        catch (AmazonServiceException exception)
        {
            return exception.ErrorCode;
        }
    }
}

using System.Text;
using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Operations;
using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Wire;
using EmbeddedAws.Host;
using EmbeddedAws.Signing;
using EmbeddedAws.Storage;

namespace EmbeddedAws.DynamoDb;

/// <summary>DynamoDB: its operations by name, over one SQLite database. What it does not support it refuses by name.</summary>
internal sealed class DynamoDbService : IAwsService, IDisposable
{
    private const string TargetPrefix = "DynamoDB_20120810.";
    private const string Unknown = "Unknown";

    private readonly Database _database;
    private readonly ReadLag _lag = new();
    private readonly DynamoDbAuthentication _authentication;
    private readonly CreateTable _createTable;
    private readonly PeriodicWork _expiry;
    private readonly Dictionary<string, IDynamoDbOperation> _operations;

    public DynamoDbService(DataFolder folder, AccessKeys keys, TimeProvider time, TextWriter errors)
    {
        _authentication = new DynamoDbAuthentication(keys, time);
        _database = new Database(folder.File("dynamodb.db"), durable: !folder.Ephemeral, DynamoDbSchema.Sql, folder.Reserve);
        var tables = new TableStore(_database);
        var items = new ItemStore(_database, tables, _lag);
        _createTable = new CreateTable(tables, time);
        _operations = new Dictionary<string, IDynamoDbOperation>
        {
            ["CreateTable"] = _createTable,
            ["DescribeTable"] = new DescribeTable(tables),
            ["ListTables"] = new ListTables(tables),
            ["UpdateTable"] = new UpdateTable(tables),
            ["DeleteTable"] = new DeleteTable(tables),
            ["UpdateTimeToLive"] = new UpdateTimeToLive(tables),
            ["DescribeTimeToLive"] = new DescribeTimeToLive(tables),
            ["UpdateContinuousBackups"] = new UpdateContinuousBackups(tables, time),
            ["DescribeContinuousBackups"] = new DescribeContinuousBackups(tables, time),
            ["ListTagsOfResource"] = new ListTagsOfResource(tables),
            ["TagResource"] = new TagResource(tables),
            ["UntagResource"] = new UntagResource(tables),
            ["PutItem"] = new PutItem(tables, items),
            ["GetItem"] = new GetItem(tables, items),
            ["UpdateItem"] = new UpdateItem(tables, items),
            ["DeleteItem"] = new DeleteItem(tables, items),
            ["BatchWriteItem"] = new BatchWriteItem(tables, items),
            ["TransactGetItems"] = new TransactGetItems(tables, items),
            ["TransactWriteItems"] = new TransactWriteItems(tables, items, time),
            ["Query"] = new Query(tables, items),
            ["Scan"] = new Scan(tables, items),
            ["BatchGetItem"] = new BatchGetItem(tables, items),
        };
        _expiry = new PeriodicWork("delete expired items", ExpiredItems.Period, new ExpiredItems(_database, tables, items, time).DeleteAsync, time, errors);
    }

    public string Name => "dynamodb";

    /// <summary>The name of the operation where it is supported; what else clients think of has one name, so that it is not counted for ever.</summary>
    public string OperationOf(HttpRequest request) =>
        IsTargeted(request) && NameIn(request) is var name && _operations.ContainsKey(name) ? name : Unknown;

    public async Task HandleAsync(HttpContext context, string operation)
    {
        try
        {
            var supported = _operations.GetValueOrDefault(operation) ?? throw RequestErrors.UnknownOperation(NameIn(context.Request));
            var signature = _authentication.Read(context.Request);
            var sent = await RequestDocument.ReadAsync(context.Request);
            DynamoDbAuthentication.Verify(context.Request, signature, sent.Span);
            using var body = RequestDocument.Parse(sent);
            DynamoDbAuthorization.Check(signature.Key.Role, operation, body.Root);
            var answer = await supported.RunAsync(new RequestReader(body.Root));
            await (answer == NoAnswer.Instance ? JsonAnswer.WriteNothingAsync(context) : JsonAnswer.WriteAsync(context, answer.Invoke));
        }
        catch (DynamoDbException refusal)
        {
            await JsonAnswer.WriteAsync(context, refusal);
        }
        catch (BadHttpRequestException broken) when (broken.StatusCode == StatusCodes.Status400BadRequest && !context.RequestAborted.IsCancellationRequested)
        {
            await JsonAnswer.WriteAsync(context, RequestErrors.NotJson());
        }
    }

    public Task ForbidAsync(HttpContext context, string message) => JsonAnswer.WriteAsync(context, ErrorTypes.Of(403, "AccessDeniedException", message));

    public Task RefuseAsync(HttpContext context, int status, string code, string message) =>
        JsonAnswer.WriteAsync(context, CancellationReason.IsContention(code)
            ? TransactionErrors.Cancelled([new CancellationReason(code, message, null)])
            : ErrorTypes.Of(status, code, message));

    /// <summary>Makes a table from the JSON of a request; one that is there stays as it is.</summary>
    public async Task CreateTableAsync(string request)
    {
        using var body = RequestDocument.Parse(Encoding.UTF8.GetBytes(request));
        try
        {
            await _createTable.RunAsync(new RequestReader(body.Root));
        }
        catch (DynamoDbException refusal) when (refusal.IsOfTableThatExists)
        {
            // The data folder is not new.
        }
    }

    /// <inheritdoc cref="EmbeddedCloud.LagReads"/>
    public IDisposable LagReads()
    {
        _lag.Begin(_database);
        return _lag;
    }

    public void Dispose()
    {
        _expiry.Dispose();
        _lag.Dispose();
        _database.Dispose();
    }

    private static bool IsTargeted(HttpRequest request) => Target(request).StartsWith(TargetPrefix, StringComparison.Ordinal);

    /// <summary>What a request names; an operation of another service with the service's name.</summary>
    private static string NameIn(HttpRequest request) => IsTargeted(request) ? Target(request)[TargetPrefix.Length..] : Target(request);

    private static string Target(HttpRequest request) => request.Headers["X-Amz-Target"].ToString();
}

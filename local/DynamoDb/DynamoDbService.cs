using ImageService.Local.DynamoDb.Errors;
using ImageService.Local.DynamoDb.Operations;
using ImageService.Local.DynamoDb.Storage;
using ImageService.Local.DynamoDb.Wire;
using ImageService.Local.Host;
using ImageService.Local.Iam;
using ImageService.Local.Storage;

namespace ImageService.Local.DynamoDb;

/// <summary>DynamoDB: its operations by name, over one SQLite database. What it does not support it refuses by name.</summary>
internal sealed class DynamoDbService : IAwsService, IDisposable
{
    private const string TargetPrefix = "DynamoDB_20120810.";

    private readonly Database _database;
    private readonly Authorization _authorization;
    private readonly Dictionary<string, IOperation> _operations;

    public DynamoDbService(DataFolder folder, IamService iam, TimeProvider time)
    {
        _authorization = new Authorization(iam);
        _database = new Database(folder.File("dynamodb.db"), durable: !folder.Ephemeral, Schema.Sql, folder.Reserve);
        var tables = new TableStore(_database);
        var items = new ItemStore(_database);
        _operations = new Dictionary<string, IOperation>
        {
            ["CreateTable"] = new CreateTable(tables, time),
            ["DescribeTable"] = new DescribeTable(tables),
            ["ListTables"] = new ListTables(tables),
            ["DeleteTable"] = new DeleteTable(tables),
            ["PutItem"] = new PutItem(tables, items),
            ["GetItem"] = new GetItem(tables, items),
            ["UpdateItem"] = new UpdateItem(tables, items),
            ["DeleteItem"] = new DeleteItem(tables, items),
            ["TransactWriteItems"] = new TransactWriteItems(tables, items, time),
            ["Query"] = new Query(tables, items),
            ["Scan"] = new Scan(tables, items),
            ["BatchGetItem"] = new BatchGetItem(tables, items),
        };
    }

    public string Name => "dynamodb";

    /// <summary>The name of the operation; one of another service keeps the service's name, so that it is none of these.</summary>
    public string OperationOf(HttpRequest request)
    {
        var target = request.Headers["X-Amz-Target"].ToString();
        if (target.StartsWith(TargetPrefix, StringComparison.Ordinal))
            return target[TargetPrefix.Length..];
        return target.Contains('.', StringComparison.Ordinal) ? target : "Unknown";
    }

    public async Task HandleAsync(HttpContext context, string operation)
    {
        try
        {
            var supported = _operations.GetValueOrDefault(operation) ?? throw RequestErrors.UnknownOperation(operation);
            using var body = await JsonBody.ReadAsync(context.Request);
            _authorization.Check(context.Request, operation, body.RootElement);
            var answer = await supported.RunAsync(new RequestReader(body.RootElement));
            await JsonAnswer.WriteAsync(context, answer.Invoke);
        }
        catch (DynamoDbException refusal)
        {
            await JsonAnswer.WriteAsync(context, refusal);
        }
    }

    public Task RefuseAsync(HttpContext context, int status, string code, string message) =>
        JsonAnswer.WriteAsync(context, CancellationReason.IsContention(code)
            ? TransactionErrors.Cancelled([new CancellationReason(code, message, null)])
            : ErrorTypes.Of(status, code, message));

    public void Dispose() => _database.Dispose();
}

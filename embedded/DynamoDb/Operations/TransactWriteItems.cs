using System.Security.Cryptography;
using System.Text;
using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Wire;
using EmbeddedAws.DynamoDb.Writes;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>Does up to 100 conditional writes of different items, or none of them.</summary>
internal sealed class TransactWriteItems(TableStore tables, ItemStore items, TimeProvider time) : IDynamoDbOperation
{
    public async Task<Answer> RunAsync(RequestReader request)
    {
        var actions = TransactionRules.Read(request);
        var token = Token(request);
        var capacity = ConsumedCapacity.Mode(request);
        request.OneOf("ReturnItemCollectionMetrics", "SIZE", "NONE"); // There are no metrics to return: see WriteReturns.
        request.Finish();

        TransactionRules.CheckOneEach(actions);
        var writes = actions.Select(action => action.Single()).ToList();
        foreach (var write in writes)
            write.Parse();
        var targets = writes.Select(write => (Write: write, Table: tables.Get(write.TableName))).ToList();
        var changes = Cancellation.UnlessAll(targets, target =>
        {
            target.Write.Resolve(target.Table);
            return target.Write.Change;
        });
        TransactionRules.CheckDistinct([.. changes.Select(change => (change.Table, change.Key))]);

        var transacted = await items.TransactAsync(changes, token);
        return answer => TransactionCapacity.OfWrites(answer, capacity, writes, transacted);
    }

    /// <summary>The token, with a fingerprint of the actions as they were sent: a client that repeats a call sends the same bytes.</summary>
    private ClientToken? Token(RequestReader request)
    {
        if (request.TextOfLength("ClientRequestToken", 1, 36) is not { } token)
            return null;
        var sent = request.Member("TransactItems")?.GetRawText() ?? "";
        return new ClientToken(token, SHA256.HashData(Encoding.UTF8.GetBytes(sent)), time.GetUtcNow());
    }
}

namespace EmbeddedAws.DynamoDb.Errors;

/// <summary>Runs a step for every action of a transaction: all are tried, so that each can say why it fails.</summary>
internal static class Cancellation
{
    /// <param name="actions">The actions.</param>
    /// <param name="step">The step.</param>
    /// <param name="check">Looks at each result. What it refuses is the whole transaction, so that no more actions are tried.</param>
    /// <exception cref="DynamoDbException">The step was refused for some: the transaction is cancelled, with a reason for each.</exception>
    public static List<TResult> UnlessAll<TAction, TResult>(IEnumerable<TAction> actions, Func<TAction, TResult> step, Action<TResult>? check = null)
    {
        var results = new List<TResult>();
        var reasons = new List<CancellationReason>();
        foreach (var action in actions)
        {
            try
            {
                results.Add(step(action));
                reasons.Add(CancellationReason.None);
            }
            catch (DynamoDbException refusal) when (refusal.CancellationCode is not null)
            {
                reasons.Add(new CancellationReason(refusal.CancellationCode, refusal.Text, refusal.Item));
                continue;
            }

            check?.Invoke(results[^1]);
        }

        return results.Count == reasons.Count ? results : throw TransactionErrors.Cancelled(reasons);
    }
}

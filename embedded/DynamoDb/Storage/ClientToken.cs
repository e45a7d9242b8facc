using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.Storage;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws.DynamoDb.Storage;

/// <summary>What makes a transaction safe to repeat for 10 minutes. It is stored with the transaction, or not at all.</summary>
/// <param name="Token">What the client calls the transaction.</param>
/// <param name="Fingerprint">What tells two transactions apart.</param>
/// <param name="Now">The time of the call.</param>
internal sealed record ClientToken(string Token, byte[] Fingerprint, DateTimeOffset Now)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Claims the token; false when this very transaction was done already.</summary>
    public bool Claim(SqliteConnection connection)
    {
        connection.Execute("DELETE FROM client_tokens WHERE expires <= $now", ("$now", Now.ToUnixTimeMilliseconds()));
        using var find = connection.Command("SELECT fingerprint FROM client_tokens WHERE token = $token", ("$token", Token));
        if (find.ExecuteScalar() is byte[] fingerprint)
            return fingerprint.AsSpan().SequenceEqual(Fingerprint) ? false : throw TransactionErrors.OtherParameters();
        connection.Execute(
            "INSERT INTO client_tokens VALUES ($token, $fingerprint, $expires)",
            ("$token", Token),
            ("$fingerprint", Fingerprint),
            ("$expires", (Now + Lifetime).ToUnixTimeMilliseconds()));
        return true;
    }
}

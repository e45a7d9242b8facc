using System.Text.Json;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;
using EmbeddedAws.Storage;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws.S3.Cors;

internal sealed class BucketRules(Database database)
{
    /// <summary>Puts rules in place of those that are there; the same rules again write nothing, so that a start needs no room on the disk.</summary>
    /// <exception cref="S3Exception">There is no such bucket.</exception>
    public Task PutAsync(string bucket, IReadOnlyList<CorsRule> rules) => database.WriteAsync(connection =>
    {
        Buckets.Require(connection, bucket);
        var text = JsonSerializer.Serialize(rules, StoredRules.Default.IReadOnlyListCorsRule);
        return TextOf(connection, bucket) == text
            ? 0
            : connection.Execute("REPLACE INTO cors VALUES ($bucket, $rules)", ("$bucket", bucket), ("$rules", text));
    });

    /// <exception cref="S3Exception">There is no such bucket.</exception>
    public Task DeleteAsync(string bucket) => database.WriteAsync(connection =>
    {
        Buckets.Require(connection, bucket);
        return connection.Execute("DELETE FROM cors WHERE bucket = $bucket", ("$bucket", bucket));
    });

    /// <summary>The rules in their order, or null for none; also where there is no such bucket.</summary>
    public IReadOnlyList<CorsRule>? Find(string bucket) => database.Read(connection =>
        TextOf(connection, bucket) is { } rules ? JsonSerializer.Deserialize(rules, StoredRules.Default.IReadOnlyListCorsRule) : null);

    /// <summary>Lets the answer, whatever it will be, tell a browser that the page may read it, where a rule says so.</summary>
    public void Announce(HttpContext context)
    {
        // Once a request: a refusal must not fail for the same reason again.
        if (!context.Items.TryAdd(typeof(BucketRules), null) || CorsRequest.Of(context.Request) is not { } request)
            return;
        if (Find(RawTarget.Of(context.Request).Bucket)?.FirstOrDefault(rule => rule.Covers(request)) is not { } rule)
            return;
        context.Response.OnStarting(() =>
        {
            CorsHeaders.Write(context.Response.Headers, rule, request);
            return Task.CompletedTask;
        });
    }

    private static string? TextOf(SqliteConnection connection, string bucket)
    {
        using var select = connection.Command("SELECT rules FROM cors WHERE bucket = $bucket", ("$bucket", bucket));
        return (string?)select.ExecuteScalar();
    }
}

using System.Text.Json;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;
using EmbeddedAws.Storage;

namespace EmbeddedAws.S3.Cors;

/// <summary>The rules of the buckets that have some.</summary>
internal sealed class BucketRules(Database database)
{
    /// <exception cref="S3Exception">There is no such bucket.</exception>
    public Task PutAsync(string bucket, IReadOnlyList<CorsRule> rules) => database.WriteAsync(connection =>
    {
        Buckets.Require(connection, bucket);
        return connection.Execute("REPLACE INTO cors VALUES ($bucket, $rules)", ("$bucket", bucket), ("$rules", JsonSerializer.Serialize(rules)));
    });

    /// <exception cref="S3Exception">There is no such bucket.</exception>
    public Task DeleteAsync(string bucket) => database.WriteAsync(connection =>
    {
        Buckets.Require(connection, bucket);
        return connection.Execute("DELETE FROM cors WHERE bucket = $bucket", ("$bucket", bucket));
    });

    /// <summary>The rules in their order, or null for none; also where there is no such bucket.</summary>
    public IReadOnlyList<CorsRule>? Find(string bucket) => database.Read(connection =>
    {
        using var select = connection.Command("SELECT rules FROM cors WHERE bucket = $bucket", ("$bucket", bucket));
        return select.ExecuteScalar() is string rules ? JsonSerializer.Deserialize<List<CorsRule>>(rules) : null;
    });

    /// <summary>Lets the answer, whatever it will be, tell a browser that the page may read it, where a rule says so.</summary>
    public void Announce(HttpContext context)
    {
        if (CorsRequest.Of(context.Request) is not { } request)
            return;
        if (Find(RawTarget.Of(context.Request).Bucket)?.FirstOrDefault(rule => rule.Covers(request)) is not { } rule)
            return;
        context.Response.OnStarting(() =>
        {
            CorsHeaders.Write(context.Response.Headers, rule, request);
            return Task.CompletedTask;
        });
    }
}

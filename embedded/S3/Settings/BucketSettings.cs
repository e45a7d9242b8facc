using System.Collections.Concurrent;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.Storage;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws.S3.Settings;

/// <summary>
/// The settings of the buckets, each as the text of its configuration. They are read from memory, since the policy of a bucket is asked by every request;
/// a change is on the disk before any reader sees it.
/// </summary>
internal sealed class BucketSettings : IDisposable
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> _settings = [];
    private readonly SemaphoreSlim _writer = new(1);
    private readonly Database _database;

    public BucketSettings(Database database)
    {
        _database = database;
        var all = database.Read(connection => Read(connection, "SELECT bucket, name, value FROM settings"));
        foreach (var bucket in all.GroupBy(row => row.Bucket))
            _settings[bucket.Key] = bucket.ToDictionary(row => row.Name, row => row.Value);
    }

    public IEnumerable<string> BucketsWith(BucketSetting setting) => _settings.Where(bucket => bucket.Value.ContainsKey(setting.Parameter)).Select(bucket => bucket.Key);

    /// <summary>The text of a setting, or null where it is not set; also where there is no such bucket.</summary>
    public string? Find(string bucket, BucketSetting setting) => _settings.GetValueOrDefault(bucket, None).GetValueOrDefault(setting.Parameter);

    /// <exception cref="S3Exception">There is no such bucket.</exception>
    public Task PutAsync(string bucket, BucketSetting setting, string text) => ChangeAsync(bucket, connection =>
    {
        Buckets.Require(connection, bucket);
        return Put(connection, bucket, setting, text);
    });

    /// <exception cref="S3Exception">There is no such bucket.</exception>
    public Task DeleteAsync(string bucket, BucketSetting setting) => ChangeAsync(
        bucket,
        connection =>
        {
            Buckets.Require(connection, bucket);
            return Delete(connection, bucket, setting);
        },
        freesSpace: true);

    /// <summary>Makes the text of a setting from the one that it has, alone among the changes; null is for none.</summary>
    /// <exception cref="S3Exception">There is no such bucket.</exception>
    public Task ReplaceAsync(string bucket, BucketSetting setting, Func<string?, string?> replace) => ChangeAsync(bucket, connection =>
    {
        Buckets.Require(connection, bucket);
        var rows = Read(connection, "SELECT bucket, name, value FROM settings WHERE bucket = $bucket AND name = $name", ("$bucket", bucket), ("$name", setting.Parameter));
        return replace(rows.SingleOrDefault().Value) is { } text ? Put(connection, bucket, setting, text) : Delete(connection, bucket, setting);
    });

    /// <summary>Runs a write that may change settings of a bucket.</summary>
    public async Task<T> ChangeAsync<T>(string bucket, Func<SqliteConnection, T> work, bool freesSpace = false)
    {
        await _writer.WaitAsync();
        try
        {
            var result = await _database.WriteAsync(work, freesSpace);
            var rows = _database.Read(connection => Read(connection, "SELECT bucket, name, value FROM settings WHERE bucket = $bucket", ("$bucket", bucket)));
            if (rows.Count == 0)
                _settings.TryRemove(bucket, out _);
            else
                _settings[bucket] = rows.ToDictionary(row => row.Name, row => row.Value);
            return result;
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>Puts a setting within a transaction.</summary>
    public static int Put(SqliteConnection connection, string bucket, BucketSetting setting, string text) => connection.Execute(
        "REPLACE INTO settings VALUES ($bucket, $name, $value)", ("$bucket", bucket), ("$name", setting.Parameter), ("$value", text));

    public void Dispose() => _writer.Dispose();

    private static int Delete(SqliteConnection connection, string bucket, BucketSetting setting) =>
        connection.Execute("DELETE FROM settings WHERE bucket = $bucket AND name = $name", ("$bucket", bucket), ("$name", setting.Parameter));

    private static List<(string Bucket, string Name, string Value)> Read(
        SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var select = connection.Command(sql, parameters);
        using var rows = select.ExecuteReader();
        var read = new List<(string, string, string)>();
        while (rows.Read())
            read.Add((rows.GetString(0), rows.GetString(1), rows.GetString(2)));
        return read;
    }
}

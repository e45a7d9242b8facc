using System.Text;
using EmbeddedAws.S3.Wire;
using EmbeddedAws.Storage;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws.S3.Objects;

/// <summary>Lists the versions of a bucket in the order of their keys' bytes, and of one key the newest first; by seeks, as <see cref="Listing"/> does.</summary>
internal sealed class VersionListing(Database database)
{
    private const string Columns = ObjectColumns.All;
    private const string Following = "bucket = $bucket AND key >= $from AND key < $end";
    private const string Resumed = "bucket = $bucket AND key = $resumed AND sequence < $before";

    /// <summary>A delete marker that nothing is newer than is the current version; an older object never is.</summary>
    private const string IsLatest = """
        file IS NULL
        AND NOT EXISTS (SELECT 1 FROM objects AS o WHERE o.bucket = versions.bucket AND o.key = versions.key)
        AND NOT EXISTS (SELECT 1 FROM versions AS v WHERE v.bucket = versions.bucket AND v.key = versions.key AND v.sequence > versions.sequence)
        """;

    private const string Query = $"""
        SELECT {Columns}, TRUE FROM objects WHERE {Following}
        UNION ALL SELECT {Columns}, {IsLatest} FROM versions WHERE {Following}
        UNION ALL SELECT {Columns}, TRUE FROM objects WHERE {Resumed}
        UNION ALL SELECT {Columns}, {IsLatest} FROM versions WHERE {Resumed}
        ORDER BY key, sequence DESC
        """;

    /// <param name="bucket">The bucket.</param>
    /// <param name="prefix">What all keys begin with.</param>
    /// <param name="delimiter">Where keys are rolled up, or empty.</param>
    /// <param name="after">The key to begin after, and the id of its version; without an id all versions of the key are left out.</param>
    /// <param name="most">How many versions and common prefixes there may be.</param>
    public VersionPage Page(string bucket, string prefix, string delimiter, (string Key, string? Id) after, int most) => database.Read(connection =>
    {
        Buckets.Require(connection, bucket);
        var (prefixBytes, delimiterBytes, marker) = (Encoding.UTF8.GetBytes(prefix), Encoding.UTF8.GetBytes(delimiter), Encoding.UTF8.GetBytes(after.Key));
        var isResumed = after.Id is not null && after.Key.StartsWith(prefix, StringComparison.Ordinal);
        var from = marker.Length == 0 ? [] : isResumed ? KeyBytes.After(marker) : KeyBytes.AfterMarker(marker, prefixBytes.Length, delimiterBytes);
        using var select = connection.Command(
            Query,
            ("$bucket", bucket),
            ("$from", from.AsSpan().SequenceCompareTo(prefixBytes) > 0 ? from : prefixBytes),
            ("$end", KeyBytes.PastPrefix(prefixBytes)),
            ("$resumed", isResumed ? marker : []),
            ("$before", isResumed ? SequenceOf(connection, bucket, after.Key, after.Id!) : 0));
        var (versions, prefixes, last) = (new List<ObjectVersion>(), new List<string>(), (Key: "", Id: (string?)null));
        while (true)
        {
            using var rows = select.ExecuteReader();
            byte[]? common = null;
            while (common is null && rows.Read())
            {
                if (versions.Count + prefixes.Count >= most)
                    return new VersionPage(versions, prefixes, last, IsTruncated: most > 0);
                common = KeyBytes.RolledUp(rows.GetFieldValue<byte[]>(1), prefixBytes.Length, delimiterBytes);
                if (common is not null)
                    continue;
                versions.Add(ObjectColumns.ReadVersion(rows, rows.GetBoolean(ObjectColumns.Count)));
                last = (versions[^1].Key, versions[^1].Id);
            }

            if (common is null)
                return new VersionPage(versions, prefixes, last, IsTruncated: false);
            prefixes.Add(Encoding.UTF8.GetString(common));
            last = (prefixes[^1], null);
            select.Parameters["$from"].Value = KeyBytes.PastPrefix(common);
            select.Parameters["$before"].Value = 0;
        }
    });

    /// <summary>The place of a version, which may have been deleted since it was listed. Only the id <c>null</c> does not tell it: where that is gone, the key is listed again.</summary>
    private static long SequenceOf(SqliteConnection connection, string bucket, string key, string id)
    {
        if (id != VersionId.Null)
            return VersionId.SequenceOf(id);
        using var select = connection.Command(
            $"SELECT sequence FROM objects WHERE {VersionRows.Named(id)} UNION ALL SELECT sequence FROM versions WHERE {VersionRows.Named(id)}", VersionRows.Identify(bucket, key));
        return select.ExecuteScalar() is long sequence ? sequence : long.MaxValue;
    }
}

using System.Text;
using EmbeddedAws.Storage;

namespace EmbeddedAws.S3.Objects;

/// <summary>One page of the uploads of a bucket.</summary>
/// <param name="Uploads">The uploads of the page.</param>
/// <param name="CommonPrefixes">What keys between prefix and delimiter have in common, once each.</param>
/// <param name="LastKey">The last key or common prefix of the page.</param>
/// <param name="LastId">The id of the last upload; empty after a common prefix.</param>
/// <param name="IsTruncated">Whether more follow.</param>
internal sealed record UploadPage(IReadOnlyList<MultipartUpload> Uploads, IReadOnlyList<string> CommonPrefixes, string LastKey, string LastId, bool IsTruncated);

/// <summary>Lists the uploads of a bucket in the order of their keys' bytes, and of one key in the order in which they began.</summary>
internal sealed class UploadListing(Database database)
{
    private const string Query =
        $"SELECT {UploadRows.Columns} FROM uploads WHERE bucket = $bucket AND key >= $prefix AND key < $end AND (key, id) > ($key, $id) ORDER BY key, id";

    /// <param name="bucket">The bucket.</param>
    /// <param name="prefix">What all keys begin with.</param>
    /// <param name="delimiter">Where keys are rolled up, or empty.</param>
    /// <param name="after">The key and the id to begin after; with an empty id the key itself may follow.</param>
    /// <param name="most">How many uploads and common prefixes there may be.</param>
    public UploadPage Page(string bucket, string prefix, string delimiter, (byte[] Key, string Id) after, int most) => database.Read(connection =>
    {
        Buckets.Require(connection, bucket);
        var prefixBytes = Encoding.UTF8.GetBytes(prefix);
        var delimiterBytes = Encoding.UTF8.GetBytes(delimiter);
        using var select = connection.Command(
            Query, ("$bucket", bucket), ("$prefix", prefixBytes), ("$end", KeyBytes.PastPrefix(prefixBytes)), ("$key", after.Key), ("$id", after.Id));
        using var rows = select.ExecuteReader();
        var (uploads, prefixes, last) = (new List<MultipartUpload>(), new List<string>(), (Key: "", Id: ""));
        while (rows.Read())
        {
            var rolledUp = KeyBytes.RolledUp(rows.GetFieldValue<byte[]>(1), prefixBytes.Length, delimiterBytes) is { } common ? Encoding.UTF8.GetString(common) : null;
            if (rolledUp is not null && prefixes.Count > 0 && prefixes[^1] == rolledUp)
                continue;
            if (uploads.Count + prefixes.Count >= most)
                return new UploadPage(uploads, prefixes, last.Key, last.Id, IsTruncated: most > 0);
            if (rolledUp is not null)
            {
                prefixes.Add(rolledUp);
                last = (rolledUp, "");
            }
            else
            {
                uploads.Add(UploadRows.Read(rows));
                last = (uploads[^1].Key, uploads[^1].Id);
            }
        }

        return new UploadPage(uploads, prefixes, last.Key, last.Id, IsTruncated: false);
    });
}

using System.Text;
using EmbeddedAws.Storage;

namespace EmbeddedAws.S3.Objects;

/// <summary>One page of a bucket.</summary>
/// <param name="Objects">The objects of the page.</param>
/// <param name="CommonPrefixes">What keys between prefix and delimiter have in common, once each.</param>
/// <param name="Next">The key that the next page begins with; null on the last page.</param>
internal sealed record ListingPage(IReadOnlyList<StoredObject> Objects, IReadOnlyList<string> CommonPrefixes, byte[]? Next)
{
    /// <summary>The last key or common prefix, in the order of their bytes.</summary>
    public string Last
    {
        get
        {
            var (key, prefix) = (Objects.Count > 0 ? Objects[^1].Key : "", CommonPrefixes.Count > 0 ? CommonPrefixes[^1] : "");
            return Encoding.UTF8.GetBytes(key).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(prefix)) > 0 ? key : prefix;
        }
    }
}

/// <summary>Lists a bucket in the order of the keys' bytes, by seeks: the cost is that of what is returned.</summary>
internal sealed class Listing(Database database)
{
    private const string Query = $"SELECT {ObjectColumns.All} FROM objects WHERE bucket = $bucket AND key >= $from AND key < $end ORDER BY key";

    /// <param name="bucket">The bucket.</param>
    /// <param name="prefix">What all keys begin with.</param>
    /// <param name="delimiter">Where keys are rolled up, or empty.</param>
    /// <param name="from">The first position that may be listed, inclusive.</param>
    /// <param name="most">How many objects and common prefixes there may be, one at least.</param>
    public ListingPage Page(string bucket, string prefix, string delimiter, byte[] from, int most) => database.Read(connection =>
    {
        Buckets.Require(connection, bucket);
        var prefixBytes = Encoding.UTF8.GetBytes(prefix);
        var delimiterBytes = Encoding.UTF8.GetBytes(delimiter);
        var (objects, prefixes) = (new List<StoredObject>(), new List<string>());
        var position = from.AsSpan().SequenceCompareTo(prefixBytes) > 0 ? from : prefixBytes;
        using var select = connection.Command(Query, ("$bucket", bucket), ("$from", position), ("$end", KeyBytes.PastPrefix(prefixBytes)));
        while (true)
        {
            select.Parameters["$from"].Value = position;
            using var rows = select.ExecuteReader();
            byte[]? common = null;
            while (common is null && rows.Read())
            {
                var key = rows.GetFieldValue<byte[]>(1);
                if (objects.Count + prefixes.Count == most)
                    return new ListingPage(objects, prefixes, key);
                common = KeyBytes.RolledUp(key, prefixBytes.Length, delimiterBytes);
                if (common is null)
                    objects.Add(ObjectColumns.Read(rows));
            }

            if (common is null)
                return new ListingPage(objects, prefixes, Next: null);
            prefixes.Add(Encoding.UTF8.GetString(common));
            position = KeyBytes.PastPrefix(common);
        }
    });
}

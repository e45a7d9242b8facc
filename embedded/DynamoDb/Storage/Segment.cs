using System.Buffers.Binary;
using System.Security.Cryptography;

namespace EmbeddedAws.DynamoDb.Storage;

/// <summary>One of the parts into which a parallel scan divides a table: each hash key is in one of them, and always in the same.</summary>
internal sealed record Segment(int Number, int Total)
{
    /// <summary>Whether the segment has the items of a hash key. A hash spreads them evenly.</summary>
    public bool Contains(byte[] hashKey)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(hashKey, hash);
        return (ulong)BinaryPrimitives.ReadUInt32BigEndian(hash) * (ulong)Total >> 32 == (ulong)Number;
    }
}

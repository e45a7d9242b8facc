using System.Runtime.InteropServices;

namespace ImageService.Handlers.Storage;

/// <summary>Streams over bytes in memory, without a copy of them.</summary>
internal static class MemoryStreams
{
    public static MemoryStream Over(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}

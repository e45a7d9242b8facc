using System.Buffers;

namespace EmbeddedAws.Host;

/// <summary>
/// Reads a body into one array that grows as it arrives: a body that is announced and never sent takes no memory, and one that is whole has been
/// copied hardly at all.
/// </summary>
internal static class ArrivingBody
{
    /// <summary>The first array; a shorter body gets one of its own length.</summary>
    private const int FirstLength = 16 * 1024;

    /// <summary>How much longer the next array is, up to the length that was announced.</summary>
    private const int Growth = 16;

    /// <summary>The same where no length was announced, so that less of the last one is left empty.</summary>
    private const int UnannouncedGrowth = 2;

    /// <summary>Reads a body to its end, or returns null when it is longer than a limit.</summary>
    /// <exception cref="BadHttpRequestException">It is not framed as HTTP wants it, or did not arrive in time.</exception>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int limit)
    {
        if (request.ContentLength > limit)
            return null;
        var most = request.ContentLength ?? limit;
        var growth = request.ContentLength is null ? UnannouncedGrowth : Growth;
        var bytes = Array.Empty<byte>();
        var length = 0;
        while (true)
        {
            var read = await request.BodyReader.NextAsync(request.HttpContext.RequestAborted);
            var arrived = length + read.Buffer.Length;
            if (arrived <= limit)
            {
                if (arrived > bytes.Length)
                    bytes = Longer(bytes.AsSpan(0, length), (int)Math.Clamp(Math.Max(FirstLength, bytes.LongLength * growth), arrived, most));
                read.Buffer.CopyTo(bytes.AsSpan(length));
            }

            request.BodyReader.AdvanceTo(read.Buffer.End);
            if (arrived > limit)
                return null;
            length = (int)arrived;
            if (read.IsCompleted)
                return bytes.AsMemory(0, length);
        }
    }

    private static byte[] Longer(ReadOnlySpan<byte> bytes, int length)
    {
        var longer = GC.AllocateUninitializedArray<byte>(length);
        bytes.CopyTo(longer);
        return longer;
    }
}

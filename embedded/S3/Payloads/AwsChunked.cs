using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using EmbeddedAws.Host;
using EmbeddedAws.S3.Errors;

namespace EmbeddedAws.S3.Payloads;

/// <summary>
/// Reads a body of <c>size[;chunk-signature=…] CRLF bytes CRLF</c> chunks, of which the last is empty, then trailers:
/// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
/// </summary>
/// <param name="body">The body as it is sent.</param>
/// <param name="trailersFollow">Whether it may have trailers.</param>
/// <param name="signed">Verifies the signatures of the chunks and the trailers; null where they have none.</param>
internal sealed class AwsChunked(PipeReader body, bool trailersFollow, SignedChunks? signed)
{
    /// <summary>Of all chunks but the last that is not empty: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html</summary>
    private const int SmallestChunk = 8192;
    private const int LongestLine = 4096;
    private const int MostTrailers = 16;

    private readonly Dictionary<string, string> _trailers = new(StringComparer.OrdinalIgnoreCase);
    private int _chunks;
    private long _size = SmallestChunk;

    /// <summary>The trailers; they are complete when the chunks have been read.</summary>
    public IReadOnlyDictionary<string, string> Trailers => _trailers;

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        do
        {
            var line = (await LineAsync(cancellation)).Split(';', 2);
            var left = Begin(line[0].Trim());
            while (left > 0)
            {
                var read = await body.NextAsync(cancellation);
                var bytes = read.Buffer.Slice(0, Math.Min(left, read.Buffer.Length));
                left -= bytes.Length;
                try
                {
                    foreach (var piece in bytes)
                    {
                        signed?.Append(piece.Span);
                        yield return piece;
                    }
                }
                finally
                {
                    body.AdvanceTo(bytes.End);
                }

                if (left > 0 && read.IsCompleted)
                    throw S3Errors.IncompleteBody();
            }

            signed?.VerifyChunk(line.ElementAtOrDefault(1));
            if (_size > 0 && (await LineAsync(cancellation)).Length > 0)
                throw S3Errors.IncompleteBody("A chunk is not followed by a line break.");
        }
        while (_size > 0);

        await ReadTrailersAsync(cancellation);
    }

    /// <summary>Begins the next chunk, and returns its size.</summary>
    private long Begin(string size)
    {
        if (size.Length is 0 or >= 16 || !long.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            throw S3Errors.IncompleteBody("A chunk does not begin with its size.");
        _chunks++;
        if (value > 0 && _size < SmallestChunk)
            throw S3Errors.InvalidChunkSize(_chunks, _size, SmallestChunk);
        return _size = value;
    }

    private async Task ReadTrailersAsync(CancellationToken cancellation)
    {
        while (await LineAsync(cancellation) is { Length: > 0 } line)
        {
            if (!trailersFollow || _trailers.Count == MostTrailers || line.Split(':', 2) is not [var name, var value])
                throw S3Errors.MalformedTrailer();
            if (!_trailers.TryAdd(name.Trim(), value.Trim()))
                throw S3Errors.MalformedTrailer();
        }

        var rest = await body.NextAsync(cancellation);
        body.AdvanceTo(rest.Buffer.End);
        if (!rest.Buffer.IsEmpty)
            throw S3Errors.MalformedTrailer();
        if (trailersFollow)
            signed?.VerifyTrailers(_trailers);
    }

    /// <summary>The next line without its line break.</summary>
    private async Task<string> LineAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var read = await body.NextAsync(cancellation);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Encoding.Latin1.GetString(read.Buffer.Slice(0, end));
                body.AdvanceTo(read.Buffer.GetPosition(1, end));
                return line.TrimEnd('\r');
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.Buffer.Length > LongestLine || read.IsCompleted)
                throw S3Errors.IncompleteBody();
        }
    }
}

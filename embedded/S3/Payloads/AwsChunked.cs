using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using EmbeddedAws.S3.Errors;

namespace EmbeddedAws.S3.Payloads;

/// <summary>
/// Reads a body of <c>size[;chunk-signature=…] CRLF bytes CRLF</c> chunks, then trailers:
/// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html. The chunks' signatures are not verified.
/// </summary>
internal sealed class AwsChunked(PipeReader body, bool trailersFollow)
{
    private const int LongestLine = 4096;
    private const int MostTrailers = 16;

    private readonly Dictionary<string, string> _trailers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The trailers; they are complete when the chunks have been read.</summary>
    public IReadOnlyDictionary<string, string> Trailers => _trailers;

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (SizeIn(await LineAsync(cancellation)) is var left and > 0)
        {
            while (left > 0)
            {
                var read = await body.NextAsync(cancellation);
                var bytes = read.Buffer.Slice(0, Math.Min(left, read.Buffer.Length));
                left -= bytes.Length;
                try
                {
                    foreach (var piece in bytes)
                        yield return piece;
                }
                finally
                {
                    body.AdvanceTo(bytes.End);
                }

                if (left > 0 && read.IsCompleted)
                    throw S3Errors.IncompleteBody();
            }

            if ((await LineAsync(cancellation)).Length > 0)
                throw S3Errors.IncompleteBody("A chunk is not followed by a line break.");
        }

        await ReadTrailersAsync(cancellation);
    }

    private static long SizeIn(string line)
    {
        var size = line.Split(';')[0].Trim();
        return size.Length is > 0 and < 16 && long.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw S3Errors.IncompleteBody("A chunk does not begin with its size.");
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

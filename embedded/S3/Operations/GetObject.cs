using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html</summary>
internal sealed class GetObject(ObjectStore objects) : IOperation
{
    private const int BufferSize = 64 * 1024;

    public Accepted Accepted => ObjectAnswer.Accepted;

    public async Task HandleAsync(S3Request request)
    {
        var (stored, bytes) = objects.Open(request.Bucket, request.Key, VersionId.Of(request));
        using (bytes)
        {
            if (ObjectAnswer.Begin(request, stored) is { } range)
                await SendAsync(bytes, range, request);
        }
    }

    private static async Task SendAsync(ObjectBytes bytes, ByteRange range, S3Request request)
    {
        var writer = request.Response.BodyWriter;
        for (var (at, end) = (range.First, range.First + range.Length); at < end;)
        {
            var buffer = writer.GetMemory((int)Math.Min(BufferSize, end - at));
            var read = await bytes.ReadAsync(buffer[..(int)Math.Min(buffer.Length, end - at)], at, request.Aborted);
            at += read;
            writer.Advance(read);
            await writer.FlushAsync(request.Aborted);
        }
    }
}

using System.Buffers;
using System.Text;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Payloads;
using EmbeddedAws.S3.Policies;
using EmbeddedAws.S3.Settings;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html</summary>
internal sealed class PutBucketPolicy(BucketSettings settings) : IOperation
{
    /// <summary>https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html</summary>
    private const int LongestPolicy = 20 * 1024;

    public Accepted Accepted { get; } = new([BucketSetting.Policy.Parameter], Payload.Headers);

    public async Task HandleAsync(S3Request request)
    {
        using var payload = new Payload(request);
        if (payload.Length > LongestPolicy)
            throw S3Errors.MalformedPolicy($"Policies must not be larger than {LongestPolicy} bytes");
        var body = new ArrayBufferWriter<byte>();
        await payload.CopyToAsync(body);
        var text = Encoding.UTF8.GetString(body.WrittenSpan);
        if (PolicyReader.Read(text, request.Bucket).IsPublic && PublicAccessBlock.Of(settings, request.Bucket).BlockPublicPolicy)
            throw S3Errors.AccessDenied("The bucket policy is public, and the BlockPublicPolicy setting of the bucket's public access block prevents public policies.");
        await settings.PutAsync(request.Bucket, BucketSetting.Policy, text);
        request.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}

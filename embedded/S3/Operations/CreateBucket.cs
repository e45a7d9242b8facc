using System.Xml.Linq;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Payloads;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html. In us-east-1 making one's own bucket again succeeds.
/// </summary>
internal sealed class CreateBucket(Buckets buckets) : IOperation
{
    public Accepted Accepted { get; } = new([], [.. Payload.Headers, FixedHeaders.Acl]);

    public async Task HandleAsync(S3Request request)
    {
        if (request.Context.Request.ContentLength > 0)
            CheckConfiguration(await XmlBody.ReadAsync(request));
        await buckets.CreateAsync(request.Bucket);
        request.Response.Headers.Location = $"/{request.Bucket}";
    }

    /// <summary>Any region will do: there is only one place here.</summary>
    private static void CheckConfiguration(XElement? root)
    {
        if (root is null)
            return;
        if (root.Name.LocalName != "CreateBucketConfiguration")
            throw S3Errors.MalformedXml();
        foreach (var element in root.Elements())
        {
            if (element.Name.LocalName != "LocationConstraint")
                throw S3Errors.NotImplemented("Element", element.Name.LocalName);
            if (element.HasElements || string.IsNullOrWhiteSpace(element.Value))
                throw S3Errors.MalformedXml();
        }
    }
}

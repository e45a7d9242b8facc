using System.Xml.Linq;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Payloads;
using EmbeddedAws.S3.Settings;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html. In us-east-1 making one's own bucket again succeeds.
/// </summary>
internal sealed class CreateBucket(Buckets buckets) : IOperation
{
    private const string Ownership = "x-amz-object-ownership";

    public Accepted Accepted { get; } = new([], [.. Payload.Headers, FixedHeaders.Acl, Ownership]);

    public async Task HandleAsync(S3Request request)
    {
        var tags = request.Context.Request.ContentLength > 0 ? TagsIn(await XmlBody.ReadAsync(request)) : [];
        await buckets.CreateAsync(request.Bucket, new NewBucket(OwnershipOf(request), tags.Count > 0 ? TagSet.Text(tags) : null));
        request.Response.Headers.Location = $"/{request.Bucket}";
    }

    private static string OwnershipOf(S3Request request) => request.Header(Ownership) switch
    {
        null => NewBucket.BucketOwnerEnforced,
        var ownership when NewBucket.Ownerships.Contains(ownership) => ownership,
        var other => throw S3Errors.InvalidArgument("Invalid x-amz-object-ownership header.", Ownership, other),
    };

    /// <summary>The tags of the configuration. Any region will do: there is only one place here.</summary>
    private static IReadOnlyList<KeyValuePair<string, string>> TagsIn(XElement? root)
    {
        if (root is null)
            return [];
        IReadOnlyList<KeyValuePair<string, string>> tags = [];
        if (root.Name.LocalName != "CreateBucketConfiguration")
            throw S3Errors.MalformedXml();
        foreach (var element in root.Elements())
        {
            if (element.Name.LocalName == "Tags")
                tags = TagSet.Read(TagSet.Tags.Read(element));
            else if (element.Name.LocalName != "LocationConstraint")
                throw S3Errors.NotImplemented("Element", element.Name.LocalName);
            else if (element.HasElements || string.IsNullOrWhiteSpace(element.Value))
                throw S3Errors.MalformedXml();
        }

        return tags;
    }
}

using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amazon.S3;
using Amazon.S3.Model;
using ImageService.Handlers.Images;
using Microsoft.AspNetCore.WebUtilities;

namespace ImageService.Handlers.Storage;

/// <summary>
/// Makes presigned URLs (https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html). It makes no call: a URL is
/// a signature, valid for as long as the credentials that made it.
/// </summary>
public sealed class Presigner : IDisposable
{
    private static readonly TimeSpan ReadTime = TimeSpan.FromHours(1);
    private static readonly TimeSpan WriteTime = TimeSpan.FromMinutes(15);

    private readonly Settings _settings;
    private readonly string _bucketName;
    private readonly Protocol _protocol;
    private readonly TimeProvider _time;
    private readonly Lazy<(IAmazonS3 Client, AWSCredentials Credentials)> _signer;

    /// <summary>Signs for the bucket of the settings.</summary>
    /// <param name="settings">The bucket, and where clients reach S3.</param>
    /// <param name="credentials">Who signs; null asks the SDK's chain, which finds the role of a function.</param>
    /// <param name="time">The clock of expiry.</param>
    public Presigner(Settings settings, AWSCredentials? credentials, TimeProvider time)
    {
        var endpoint = settings.PublicS3Endpoint ?? settings.AwsEndpoint;
        _settings = settings with { AwsEndpoint = endpoint };
        _bucketName = settings.BucketName;
        _protocol = endpoint?.Scheme == Uri.UriSchemeHttp ? Protocol.HTTP : Protocol.HTTPS;
        _time = time;
        // Functions that sign nothing look for no credentials.
        _signer = new(() =>
        {
            var found = credentials ?? DefaultAWSCredentialsIdentityResolver.GetCredentials();
            return (AwsClients.S3(_settings, found), found);
        });
    }

    /// <summary>Scheme, host and port of the URLs: <c>https://image-storage-bucket.s3.eu-central-1.amazonaws.com</c>.</summary>
    /// <remarks>The SDK alone knows where a bucket is, so a URL is signed for it; whose signature it has plays no role.</remarks>
    internal string Origin
    {
        get
        {
            using var client = AwsClients.S3(_settings, new BasicAWSCredentials("nobody", "nothing"));
            var url = client.GetPreSignedURL(new() { BucketName = _bucketName, Key = ObjectKey.Prefix, Protocol = _protocol, Expires = _time.GetUtcNow().UtcDateTime + ReadTime });
            return new Uri(url).GetLeftPart(UriPartial.Authority);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_signer.IsValueCreated)
            _signer.Value.Client.Dispose();
    }

    /// <summary>A URL that reads the bytes of an image, for an hour at most; S3 gives them type and name of the image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="cacheControl">The Cache-Control that S3 gives it.</param>
    /// <param name="method">GET or HEAD.</param>
    internal Task<SignedUrl> ReadAsync(Image image, string cacheControl, HttpVerb method) =>
        ReadAsync(ObjectKey.Of(ImageId.Stored(image.Id)), image.ContentType, image.Disposition, cacheControl, method);

    /// <summary>A URL that reads an object, for an hour at most. Its headers are those of the URL: who sent the bytes of a large image could add others to them.</summary>
    /// <param name="key">The key of the object.</param>
    /// <param name="contentType">The type that S3 gives it.</param>
    /// <param name="disposition">The Content-Disposition that S3 gives it.</param>
    /// <param name="cacheControl">The Cache-Control that S3 gives it.</param>
    /// <param name="method">GET or HEAD.</param>
    internal Task<SignedUrl> ReadAsync(string key, string contentType, string disposition, string cacheControl, HttpVerb method) => SignAsync(
        new GetPreSignedUrlRequest
        {
            Key = key,
            Verb = method,
            ResponseHeaderOverrides = new() { ContentType = contentType, ContentDisposition = disposition, CacheControl = cacheControl },
        },
        ReadTime);

    /// <summary>A URL that writes an object, for 15 minutes, with exactly these headers: they are signed.</summary>
    /// <param name="id">The id of the image to be.</param>
    /// <param name="headers">All headers but Host; S3 refuses a request that lacks or changes one.</param>
    internal Task<SignedUrl> WriteAsync(ImageId id, IReadOnlyDictionary<string, string> headers)
    {
        var request = new GetPreSignedUrlRequest { Key = ObjectKey.Of(id), Verb = HttpVerb.PUT };
        foreach (var (name, value) in headers)
            request.Headers[name] = value;
        return SignAsync(request, WriteTime);
    }

    private async Task<SignedUrl> SignAsync(GetPreSignedUrlRequest request, TimeSpan lifetime)
    {
        var (client, credentials) = _signer.Value;
        // Refreshed credentials have an expiration only after this call; those in the environment of a function never have one.
        await credentials.GetCredentialsAsync();
        var end = (_time.GetUtcNow() + lifetime).UtcDateTime;
        if (credentials.Expiration?.ToUniversalTime() is { } expiration && expiration < end)
            end = expiration;
        request.BucketName = _bucketName;
        request.Protocol = _protocol;
        request.Expires = end;
        // The SDK counts the seconds from the time at S3, which it guesses from the whole seconds of answers: often one too many.
        while (true)
        {
            var url = await client.GetPreSignedURLAsync(request);
            var (from, time) = ValidityOf(url);
            var excess = Math.Max((from + time - end).TotalSeconds, (time - lifetime).TotalSeconds);
            if (excess <= 0)
                return new SignedUrl(url, from + time);
            request.Expires -= TimeSpan.FromSeconds(Math.Ceiling(excess));
        }
    }

    /// <summary>What the URL itself says, in whole seconds: before and after that S3 refuses it.</summary>
    private static (DateTimeOffset From, TimeSpan Time) ValidityOf(string url)
    {
        var query = QueryHelpers.ParseQuery(new Uri(url).Query);
        var signed = DateTimeOffset.ParseExact(
            query["X-Amz-Date"].ToString(), "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return (signed, TimeSpan.FromSeconds(int.Parse(query["X-Amz-Expires"].ToString(), CultureInfo.InvariantCulture)));
    }
}

using EmbeddedAws.Host;
using EmbeddedAws.S3.Cors;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Lifecycle;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Operations;
using EmbeddedAws.S3.Policies;
using EmbeddedAws.S3.Settings;
using EmbeddedAws.S3.Signing;
using EmbeddedAws.S3.Wire;
using EmbeddedAws.Signing;
using EmbeddedAws.Storage;

namespace EmbeddedAws.S3;

/// <summary>The embedded S3, path style: what it does not do it refuses by name.</summary>
internal sealed class S3Service : IAwsService, IDisposable
{
    private readonly LocalNames _names;
    private readonly Database _database;
    private readonly Orphans _orphans;
    private readonly PeriodicWork _lifecycle;
    private readonly Authentication _authentication;
    private readonly Authorization _authorization;
    private readonly BucketSettings _settings;
    private readonly Buckets _buckets;
    private readonly BucketRules _cors;
    private readonly Preflight _preflight;
    private readonly Dictionary<string, IOperation> _operations;

    public S3Service(DataFolder folder, AccessKeys keys, LocalNames names, TimeProvider time, TextWriter errors)
    {
        _names = names;
        _database = Schema.Open(folder);
        var (rows, files) = (new ObjectRows(_database, time), new ObjectFiles(folder));
        _orphans = new Orphans(rows, files);
        _authentication = new Authentication(keys, time);
        _settings = new BucketSettings(_database);
        _authorization = new Authorization(new BucketPolicies(_settings));
        var objects = new ObjectStore(rows, files, _settings);
        _buckets = new Buckets(_database, _settings, time);
        Tags = new BucketTags(_settings, _buckets);
        var (listing, uploads) = (new Listing(_database), new UploadStore(new UploadRows(_database), files));
        var (uploadListing, versionListing) = (new UploadListing(_database), new VersionListing(_database));
        _cors = new BucketRules(_database);
        _preflight = new Preflight(_cors, _buckets);
        IOperation[] operations =
        [
            new CreateBucket(_buckets),
            new DeleteBucket(_buckets, files),
            new GetBucketLocation(_buckets),
            new HeadBucket(_buckets),
            new ListBuckets(_buckets),
            new PutBucketCors(_cors),
            new GetBucketCors(_cors, _buckets),
            new DeleteBucketCors(_cors),
            new CopyObject(objects, time),
            new DeleteObject(objects),
            new DeleteObjects(objects, _buckets, _authorization),
            new GetObject(objects),
            new HeadObject(objects),
            new GetObjectTagging(objects),
            new ListObjects(listing, _buckets),
            new ListObjectsV2(listing, _buckets),
            new ListObjectVersions(versionListing),
            new PutObject(objects, time),
            new AbortMultipartUpload(uploads),
            new CompleteMultipartUpload(uploads, objects, time),
            new CreateMultipartUpload(uploads, time),
            new ListMultipartUploads(uploadListing),
            new ListParts(uploads),
            new UploadPart(uploads, time),
            new UploadPartCopy(uploads, objects, time),
            .. SettingOperations.All(_settings, _buckets),
        ];
        _operations = operations.ToDictionary(operation => operation.GetType().Name);
        var sweep = new LifecycleSweep(_settings, listing, uploadListing, new VersionExpiry(versionListing, objects, time), objects, uploads, time);
        _lifecycle = new PeriodicWork("apply the lifecycle rules of S3", LifecycleSweep.Period, sweep.RunAsync, time, errors);
    }

    public string Name => "s3";

    public BucketTags Tags { get; }

    public string OperationOf(HttpRequest request) => OperationNames.Of(request);

    public async Task HandleAsync(HttpContext context, string operation)
    {
        RequestIds.Stamp(context.Response);
        try
        {
            RequireBucketInPath(context.Request);
            _cors.Announce(context);
            await CallAsync(new S3Request(context), operation);
        }
        catch (Exception failure) when (Failures.ErrorFor(failure) is { } error)
        {
            await ErrorAnswer.WriteAsync(context, error);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone: an answer would reach no one.
        }
    }

    public Task ForbidAsync(HttpContext context, string message)
    {
        RequestIds.Stamp(context.Response);
        return ErrorAnswer.WriteAsync(context, S3Errors.AccessDenied(message));
    }

    public Task RefuseAsync(HttpContext context, int status, string code, string message)
    {
        RequestIds.Stamp(context.Response);
        _cors.Announce(context);
        return ErrorAnswer.WriteAsync(context, S3Errors.Injected(status, code, message));
    }

    /// <summary>Makes a bucket with its CORS rules; one that is there takes the rules.</summary>
    public async Task CreateBucketAsync(string name, IReadOnlyList<CorsRule> cors)
    {
        await _buckets.CreateAsync(name, new NewBucket());
        await _cors.PutAsync(name, cors);
    }

    public void Dispose()
    {
        _lifecycle.Dispose();
        _orphans.Dispose();
        _settings.Dispose();
        _database.Dispose();
    }

    /// <summary>A bucket in the host would be passed over in silence, and the key taken for the name of another bucket.</summary>
    private void RequireBucketInPath(HttpRequest request)
    {
        if (_names.HasBucket(request.Host.Host))
            throw S3Errors.BucketInHost(request.Host.Host);
    }

    private async Task CallAsync(S3Request request, string operation)
    {
        if (operation == OperationNames.Preflight)
        {
            _preflight.Check(request.Context.Request, request.Bucket);
            return;
        }

        _authentication.Check(request);
        if (request.IsAnonymous)
            _authorization.CheckIsOpen(request);
        if (!_operations.TryGetValue(operation, out var known))
            throw S3Errors.NotImplemented("Operation", NameOf(request, operation));
        known.Accepted.Check(request);
        _authorization.Check(request, operation);
        try
        {
            await known.HandleAsync(request);
        }
        catch (S3Exception error) when (error.Code is "NoSuchKey" or "NoSuchVersion")
        {
            _authorization.CheckMayKnowOfMissingKey(request);
            throw;
        }
    }

    private static string NameOf(S3Request request, string operation) =>
        operation == OperationNames.Unknown ? $"{request.Context.Request.Method} {request.Target.Path}" : operation;
}

using ImageService.Handlers.Deleting;
using ImageService.Handlers.Gallery;
using ImageService.Handlers.Http;
using ImageService.Handlers.Idempotency;
using ImageService.Handlers.Images;
using ImageService.Handlers.LargeUploads;
using ImageService.Handlers.Listing;
using ImageService.Handlers.Reading;
using ImageService.Handlers.Routing;
using ImageService.Handlers.Storage;
using ImageService.Handlers.Updating;
using ImageService.Handlers.Uploading;
using ImageService.Handlers.Variants;

namespace ImageService.Handlers;

/// <summary>
/// The service: every operation, called by one method. Adapters (API Gateway's proxy event, the embedded gateway) turn their
/// request into a <see cref="Request"/> and call <see cref="InvokeAsync"/>.
/// </summary>
public sealed class ImageApi
{
    /// <summary>What remains of the function's time when calls to AWS are given up: enough to write the 504.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromMilliseconds(500);

    /// <summary>API Gateway waits 29 s; a function that is given longer must not use it.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(27);

    private readonly Dictionary<Operation, Func<Request, CancellationToken, Task<Response>>> _operations;
    private readonly Cors _cors;
    private readonly TimeProvider _time;
    private readonly Action<LogEntry> _log;

    /// <summary>Composes the service.</summary>
    /// <param name="settings">Names of bucket and table, the number of shards, and the CORS origin.</param>
    /// <param name="clients">What reaches them.</param>
    /// <param name="time">The clock of ids, times and deadlines.</param>
    /// <param name="log">Gets every request when it is answered, and failures that are not shown to the caller.</param>
    /// <param name="renderer">What makes variants; null where <see cref="Operation.RenderImage"/> is never asked for.</param>
    public ImageApi(Settings settings, AwsAccess clients, TimeProvider time, Action<LogEntry> log, IImageRenderer? renderer = null)
    {
        var bucket = new ImageBucket(clients.S3, settings.BucketName);
        var variants = new VariantBucket(clients.S3, settings.BucketName);
        var table = new ImageTable(clients.DynamoDb, settings.TableName, settings.ListShards);
        var binaryAnswers = new BinaryAnswers(settings.OnLocalStack);
        var keys = new KeyClaims(new KeyTable(clients.DynamoDb, settings.TableName, table), time);
        var deletion = new ImageDeletion(new ConditionalDelete(clients.DynamoDb, settings.TableName), bucket, variants);
        var uploads = new UploadTable(clients.DynamoDb, settings.TableName, table);
        var gallery = new GetGallery(() => clients.Presigner.Origin);
        _cors = new Cors(settings.CorsOrigin);
        _time = time;
        _log = log;
        _operations = new()
        {
            [Operation.UploadImage] = new UploadImage(bucket, table, keys, time).HandleAsync,
            [Operation.ListImages] = new ListImages(new PageQueries(clients.DynamoDb, settings.TableName, settings.ListShards)).HandleAsync,
            [Operation.GetImage] = new GetImage(table).HandleAsync,
            [Operation.DownloadImage] = new DownloadImage(table, bucket, clients.Presigner, binaryAnswers).HandleAsync,
            [Operation.GetDownloadUrl] = new GetDownloadUrl(table, clients.Presigner).HandleAsync,
            [Operation.UpdateImage] = new UpdateImage(table, new ConditionalUpdate(clients.DynamoDb, settings.TableName), time).HandleAsync,
            [Operation.DeleteImage] = new DeleteImage(deletion).HandleAsync,
            [Operation.DeleteImages] = new DeleteImages(deletion).HandleAsync,
            [Operation.CreateUpload] = new CreateUpload(uploads, clients.Presigner, time).HandleAsync,
            [Operation.CompleteUpload] = new CompleteUpload(bucket, table, uploads, time).HandleAsync,
            [Operation.GetOpenApi] = (_, _) => Task.FromResult(GetOpenApi.Handle()),
            [Operation.GetGallery] = (request, _) => Task.FromResult(gallery.Handle(request)),
            [Operation.Fallback] = (request, _) => Task.FromResult(Fallback.Handle(request)),
        };
        if (renderer is not null)
        {
            _operations[Operation.RenderImage] = new RenderImage(
                table,
                bucket,
                variants,
                new VariantMark(clients.DynamoDb, settings.TableName),
                renderer,
                new VariantParameters(settings.VariantSizes),
                new RenderLimits(settings.VariantMaxPixels, settings.VariantMaxBytes),
                new VariantAnswer(clients.Presigner, binaryAnswers)).HandleAsync;
        }
    }

    /// <summary>Answers a request. It never throws: what goes wrong is an answer too.</summary>
    /// <param name="function">The operation that the route table names for the method and the path; the query may choose another that shares its function.</param>
    /// <param name="request">The request.</param>
    public async Task<Response> InvokeAsync(Operation function, Request request)
    {
        var started = _time.GetTimestamp();
        request.Notes.ImageId = ImageId.In(request)?.ToString();
        var (operation, response) = await RunAsync(function, request);
        response.Headers["X-Request-Id"] = request.Id;
        _cors.AddTo(response);

        _log(new LogEntry(
            operation.Name(), request.Id, request.Notes.ImageId, response.Status, _time.GetElapsedTime(started), request.Notes.Failure)
        {
            Flaw = request.Flaw?.Message,
        });
        return request.Method == "HEAD" ? response with { Body = default } : response;
    }

    private async Task<(Operation Operation, Response Response)> RunAsync(Operation function, Request request)
    {
        var operation = function;
        try
        {
            var left = request.RemainingTime < Longest ? request.RemainingTime - Reserve : Longest - Reserve;
            using var deadline = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, _time);
            if (request.Flaw is { } flaw)
                throw flaw;
            operation = RouteTable.Choose(function, request);
            var decoded = TakesBody(operation, request) ? ContentCodings.Decode(request) : request;
            return (operation, await _operations[operation](decoded, deadline.Token));
        }
#pragma warning disable CA1031 // An operation may fail in any way; the caller gets an answer for each.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var response = FailureResponse.ToResponse(exception, request.Id);
            if (response.Status >= 500)
                request.Notes.Failure = exception;
            return (operation, response);
        }
    }

    private static bool TakesBody(Operation operation, Request request) => operation != Operation.Fallback && request.Method is "PATCH" or "POST";
}

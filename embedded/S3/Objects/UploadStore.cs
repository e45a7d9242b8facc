using EmbeddedAws.S3.Errors;

namespace EmbeddedAws.S3.Objects;

/// <summary>Uploads as rows, and their parts as rows and files together, as durable as objects are.</summary>
internal sealed class UploadStore(UploadRows rows, ObjectFiles files)
{
    public IncomingBytes Create() => files.Create();

    public Task StartAsync(MultipartUpload upload) => rows.CreateAsync(upload);

    /// <exception cref="S3Exception">There is no such bucket or no such upload.</exception>
    public MultipartUpload Get(string bucket, string key, string id) => rows.Get(bucket, key, id);

    /// <inheritdoc cref="UploadRows.Parts"/>
    public IReadOnlyList<Part> Parts(MultipartUpload upload, int after = 0, int most = int.MaxValue) => rows.Parts(upload, after, most);

    /// <summary>Makes what was written a part; when the task ends it survives a crash.</summary>
    public async Task PutPartAsync(IncomingBytes file, MultipartUpload upload, Part part)
    {
        file.Keep();
        var replaced = await rows.PutPartAsync(upload, part);
        file.Commit();
        files.Delete(replaced);
    }

    public async Task AbortAsync(string bucket, string key, string id) => files.DeleteAll(await rows.AbortAsync(bucket, key, id));

    /// <summary>Copies the bytes of parts one after the other.</summary>
    /// <exception cref="S3Exception">A part has gone meanwhile.</exception>
    public async Task CopyAsync(MultipartUpload upload, IReadOnlyList<Part> parts, DigestingCopy copy, CancellationToken cancellation)
    {
        foreach (var part in parts)
        {
            using var bytes = files.Open(part.File, part.Size);
            if (bytes is null)
            {
                rows.Get(upload.Bucket, upload.Key, upload.Id);
                throw S3Errors.InvalidPart(upload.Id, part.Number, part.ETag);
            }

            await copy.AddAsync(bytes, 0, part.Size, cancellation);
        }
    }

    /// <summary>Makes what was written the object, and ends the upload; when the task ends both survive a crash.</summary>
    /// <returns>The id of the version, where the bucket keeps versions.</returns>
    public async Task<string?> CompleteAsync(IncomingBytes file, MultipartUpload upload, IReadOnlyList<Part> parts, StoredObject stored, PutUnderWay put)
    {
        file.Keep();
        var (change, obsolete) = await rows.CompleteAsync(upload, parts, stored, put);
        file.Commit();
        files.Delete(change.Obsolete);
        files.DeleteAll(obsolete);
        return change.VersionId;
    }
}

using EmbeddedAws.S3.Errors;
using Microsoft.Win32.SafeHandles;

namespace EmbeddedAws.S3.Objects;

/// <summary>Objects as rows and files together: the file is there before its row, and goes after it.</summary>
internal sealed class ObjectStore(ObjectRows rows, ObjectFiles files)
{
    public IncomingFile Create() => files.Create();

    /// <exception cref="S3Exception">There is no such bucket, or the condition does not hold.</exception>
    public PutUnderWay Begin(string bucket, string key, WriteCondition condition) => rows.Begin(bucket, key, condition);

    /// <summary>Makes a written file the object; when the task ends it survives a crash.</summary>
    public async Task PutAsync(IncomingFile file, StoredObject stored, PutUnderWay put)
    {
        await file.KeepAsync();
        var replaced = await rows.PutAsync(stored, put);
        file.Commit();
        files.Delete(replaced);
    }

    /// <exception cref="S3Exception">There is no such bucket, or the condition does not hold.</exception>
    public async Task DeleteAsync(string bucket, string key, WriteCondition condition) => files.Delete(await rows.DeleteAsync(bucket, key, condition));

    /// <inheritdoc cref="ObjectRows.ExpireAsync"/>
    public async Task ExpireAsync(StoredObject stored) => files.Delete(await rows.ExpireAsync(stored));

    /// <exception cref="S3Exception">There is no such bucket or no such key.</exception>
    public StoredObject Get(string bucket, string key) => rows.Find(bucket, key) ?? throw S3Errors.NoSuchKey(key);

    /// <summary>Finds an object and opens its bytes: both of the same put, even while others replace it.</summary>
    public (StoredObject Stored, SafeFileHandle Bytes) Open(string bucket, string key)
    {
        string? missing = null;
        while (true)
        {
            var stored = Get(bucket, key);
            try
            {
                return (stored, files.Open(stored.File));
            }
            catch (FileNotFoundException) when (stored.File != missing)
            {
                // A put or a delete came between: the row that is there now tells.
                missing = stored.File;
            }
        }
    }
}

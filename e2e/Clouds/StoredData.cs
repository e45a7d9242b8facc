using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.S3;
using Amazon.S3.Model;
using ImageService.Handlers;
using ImageService.Handlers.Storage;

namespace ImageService.E2E.Clouds;

/// <summary>Looks into bucket and table without the API.</summary>
internal sealed class StoredData(IAmazonS3 s3, IAmazonDynamoDB dynamoDb, Settings settings)
{
    /// <summary>The ids of the items of all images. Uploads and Idempotency-Keys have items too, whose ids are not UUIDs.</summary>
    public async Task<IReadOnlyList<string>> ItemIds() => [.. (await AllItemIds()).Where(id => Guid.TryParse(id, out _))];

    /// <summary>The ids of all items.</summary>
    public async Task<IReadOnlyList<string>> AllItemIds()
    {
        var pages = dynamoDb.Paginators.Scan(new ScanRequest { TableName = settings.TableName, ConsistentRead = true });
        return await pages.Responses.SelectMany(page => page.Items).Select(item => item["id"].S).ToListAsync();
    }

    /// <summary>The keys of all objects.</summary>
    public async Task<IReadOnlyList<string>> ObjectKeys()
    {
        var pages = s3.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = settings.BucketName });
        return await pages.S3Objects.Select(stored => stored.Key).ToListAsync();
    }

    /// <summary>The ids of items without an object; the invariants of the API rule them out.</summary>
    public async Task<IReadOnlyList<string>> ItemsWithoutObject()
    {
        var ids = await ItemIds();
        var keys = await ObjectKeys();
        return [.. ids.Where(id => !keys.Any(key => key.EndsWith(id, StringComparison.Ordinal)))];
    }

    /// <summary>How many items are in each shard of the indexes over all images.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Shards()
    {
        var pages = dynamoDb.Paginators.Scan(new ScanRequest { TableName = settings.TableName, ConsistentRead = true });
        var items = await pages.Responses.SelectMany(page => page.Items).ToListAsync();
        return items.GroupBy(item => item["shard"].N).ToDictionary(shard => shard.Key, shard => shard.Count());
    }

    /// <summary>Deletes the object of an image, as another request may do at the same time.</summary>
    public async Task DeleteObject(string id)
    {
        var key = (await ObjectKeys()).Single(key => key.EndsWith(id, StringComparison.Ordinal));
        await s3.DeleteObjectAsync(settings.BucketName, key);
    }

    /// <summary>Puts an object where that of an image belongs, as no client with only a URL can.</summary>
    public Task PutObject(string id, byte[] bytes) => PutObjectAt($"{ObjectKey.Prefix}{id}", bytes);

    /// <summary>Puts an object anywhere.</summary>
    public Task PutObjectAt(string key, byte[] bytes) =>
        s3.PutObjectAsync(new PutObjectRequest { BucketName = settings.BucketName, Key = key, InputStream = new MemoryStream(bytes) });

    /// <summary>The bytes of an object.</summary>
    public async Task<byte[]> ObjectAt(string key)
    {
        using var answer = await s3.GetObjectAsync(settings.BucketName, key);
        using var bytes = new MemoryStream();
        await answer.ResponseStream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    /// <summary>Writes an item with as many bytes as DynamoDB is to read.</summary>
    public Task PutItem(string id, int bytes) => dynamoDb.PutItemAsync(
        new PutItemRequest { TableName = settings.TableName, Item = new() { ["id"] = new(id), ["filler"] = new(new string('x', bytes)) } });

    /// <summary>When DynamoDB removes the items that do not stay, by their ids; where it waits for the table's time to live.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> Expirations()
    {
        var pages = dynamoDb.Paginators.Scan(new ScanRequest { TableName = settings.TableName, ConsistentRead = true });
        var items = await pages.Responses.SelectMany(page => page.Items).ToListAsync();
        return items.Where(item => item.ContainsKey("expiresAt"))
            .ToDictionary(item => item["id"].S, item => DateTimeOffset.FromUnixTimeSeconds(long.Parse(item["expiresAt"].N, CultureInfo.InvariantCulture)));
    }

    /// <summary>What S3 knows of the object of an image.</summary>
    public Task<GetObjectMetadataResponse> Describe(string id) => s3.GetObjectMetadataAsync(
        new GetObjectMetadataRequest { BucketName = settings.BucketName, Key = $"{ObjectKey.Prefix}{id}", ChecksumMode = ChecksumMode.ENABLED });

    public Task DeleteTable() => dynamoDb.DeleteTableAsync(settings.TableName);

    public async Task DeleteBucket()
    {
        foreach (var key in await ObjectKeys())
            await s3.DeleteObjectAsync(settings.BucketName, key);
        await s3.DeleteBucketAsync(settings.BucketName);
    }
}

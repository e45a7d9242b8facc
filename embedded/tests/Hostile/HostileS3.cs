using System.Security.Cryptography;
using System.Text;

namespace EmbeddedAws.Tests.Hostile;

/// <summary>Calls of S3, each an operation with something in it that is wrong.</summary>
internal sealed class HostileS3(HostileBucket bucket, Random random)
{
    private static readonly string[] Methods = ["GET", "GET", "HEAD", "PUT", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "TRACE", "get", "PROPFIND"];

    /// <summary>Makes one.</summary>
    public HostileCall Next()
    {
        var call = random.Next(10) switch
        {
            0 => Deletes(),
            1 => Completes(),
            2 => Configures(),
            3 => Copies(),
            4 or 5 => new HostileChunks(random).Next(Target()),
            6 => Reads(),
            7 => Lists(),
            8 => Manages(),
            _ => Anything(),
        };
        return call with { Framing = HostileFraming.Next(random), Headers = [.. call.Headers, .. random.Once(of: 3) ? new HostileHeaders(bucket, random).Some(2) : []] };
    }

    private string Target() => random.Once(of: 3) ? $"{KeyTarget()}?uploadId={Upload().Id}&partNumber={random.Pick("1", "2", "3", "0", "10000", "10001", "-1", "a", "")}" : KeyTarget();

    private string KeyTarget() => $"/{bucket.Name}/{HostileTargets.Encoded(random.Pick(HostileTexts.Any), random)}";

    private (string Key, string Id, string ETag) Upload() => random.Once(of: 10) ? ("a", "missing", "a") : random.Pick(bucket.Uploads);

    private HostileCall Reads() => new(
        random.Pick("GET", "GET", "HEAD"),
        random.Once(of: 4) ? $"{KeyTarget()}{HostileTargets.Query(random, 2, HostileTargets.OfReads)}" : $"/{bucket.Name}/kept{HostileTargets.Query(random, 1, HostileTargets.OfReads)}",
        new HostileHeaders(bucket, random).OfReads(),
        []);

    private HostileCall Lists() => new("GET", $"/{bucket.Name}{HostileTargets.Query(random, 4, HostileTargets.OfLists, random.Pick("list-type=2", "list-type=2", "uploads", "", "", "location", "versioning", "cors"))}", [], []);

    /// <summary>Begins, lists and aborts uploads, and deletes objects.</summary>
    private HostileCall Manages()
    {
        var upload = Upload();
        return random.Next(4) switch
        {
            0 => new("POST", $"{KeyTarget()}?uploads", [.. new HostileHeaders(bucket, random).Some(4)], []),
            1 => new("GET", $"/{bucket.Name}/{upload.Key}{HostileTargets.Query(random, 2, HostileTargets.OfLists, $"uploadId={upload.Id}")}", [], []),
            2 when random.Once(of: 4) => new("DELETE", $"/{bucket.Name}/{upload.Key}?uploadId={upload.Id}", [], []),
            _ => new("DELETE", KeyTarget(), random.Once(of: 2) ? [("If-Match", random.Pick(HostileTexts.ETags))] : [], []),
        };
    }

    private HostileCall Copies()
    {
        var upload = Upload();
        var target = random.Once(of: 2) ? KeyTarget() : $"/{bucket.Name}/{upload.Key}?partNumber={random.Next(1, 4)}&uploadId={upload.Id}";
        return new HostileCall("PUT", target, new HostileHeaders(bucket, random).OfCopies(), []);
    }

    private HostileCall Deletes() => WithDigest("POST", $"/{bucket.Name}?delete", new HostileXml(random).Delete());

    private HostileCall Completes()
    {
        var upload = Upload();
        var target = random.Once(of: 6) ? $"{KeyTarget()}?uploadId={upload.Id}" : $"/{bucket.Name}/{upload.Key}?uploadId={upload.Id}";
        return WithDigest("POST", target, new HostileXml(random).Complete(upload.ETag));
    }

    private HostileCall Configures() => random.Once(of: 3)
        ? WithDigest("PUT", $"/{bucket.Name}-{random.Pick("a", "..", "A", "-", "%C3%BC", "xn--", "1.2.3.4")}", new HostileXml(random).Location())
        : WithDigest("PUT", $"/{bucket.Name}?cors", new HostileXml(random).Cors());

    private HostileCall Anything() => new(
        random.Pick(Methods),
        random.Once(of: 8) ? $"/{HostileTargets.Encoded(random.Pick(HostileTexts.Any), random)}{HostileTargets.Query(random, 2, HostileTargets.OfReads)}" : $"{KeyTarget()}{HostileTargets.Query(random, 3, HostileTargets.OfReads)}",
        [.. new HostileHeaders(bucket, random).Some(5)],
        Encoding.UTF8.GetBytes(random.Pick(HostileTexts.Any)));

    /// <summary>Mostly with the right digest, else the body is not read.</summary>
    private HostileCall WithDigest(string method, string target, byte[] body) => new(method, target, random.Next(10) switch
    {
        0 => [("Content-MD5", HostileHeaders.Line(random.Pick(HostileTexts.Any)))],
        1 => [("x-amz-checksum-sha256", Convert.ToBase64String(SHA256.HashData(body)))],
        2 => [("x-amz-content-sha256", Convert.ToHexStringLower(SHA256.HashData(body)))],
        3 => [],
#pragma warning disable CA5351 // It is the digest that S3 wants.
        _ => [("Content-MD5", Convert.ToBase64String(MD5.HashData(body)))],
#pragma warning restore CA5351
    }, body);
}

namespace ImageService.Handlers.Routing;

/// <summary>How many requests the holder of an API key may send: API Gateway answers those beyond by 429.</summary>
/// <param name="RequestsPerSecond">In the long run.</param>
/// <param name="Burst">At once.</param>
public sealed record UsageLimit(double RequestsPerSecond, int Burst)
{
    /// <summary>What holds for all operations together, unless it is configured otherwise. The gallery asks for a picture a tile.</summary>
    public static readonly UsageLimit Default = new(100, 200);

    /// <summary>What holds for <see cref="Operation.CreateUpload"/>: each request leaves an item for a day, and a URL that takes 5 GiB.</summary>
    public static readonly UsageLimit DefaultOfUploads = new(10, 20);
}

namespace EmbeddedAws.S3.Operations;

/// <summary>The time as S3 keeps it.</summary>
internal static class Clock
{
    public static DateTimeOffset WholeSecond(this TimeProvider time) => DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
}

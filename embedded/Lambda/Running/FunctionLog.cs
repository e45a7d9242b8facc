using System.Globalization;

namespace EmbeddedAws.Lambda.Running;

/// <summary>The log of one process: what it writes, and Lambda's own lines (https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html).</summary>
/// <param name="memorySize">The memory of the function, in MB.</param>
/// <param name="write">Takes the lines.</param>
internal sealed class FunctionLog(int memorySize, Action<string> write)
{
    private readonly LogTail _tail = new();

    /// <summary>A line of the function.</summary>
    public void Write(string line)
    {
        _tail.Add(line);
        write(line);
    }

    public void Start(string requestId) => Write($"START RequestId: {requestId} Version: {FunctionConfiguration.Latest}");

    /// <summary>Ends an invocation, and returns the last of what was written in it.</summary>
    public byte[] End(string requestId, Measurement measured)
    {
        Write($"END RequestId: {requestId}");
        var init = measured.Init is { } time ? string.Create(CultureInfo.InvariantCulture, $"Init Duration: {time.TotalMilliseconds:F2} ms\t") : "";
        var status = measured.Status is { } text ? $"Status: {text}\t" : "";
        Write(string.Create(
            CultureInfo.InvariantCulture,
            $"REPORT RequestId: {requestId}\tDuration: {measured.Duration.TotalMilliseconds:F2} ms\tBilled Duration: {Math.Ceiling((measured.Duration + (measured.Init ?? TimeSpan.Zero)).TotalMilliseconds):F0} ms\tMemory Size: {memorySize} MB\tMax Memory Used: {measured.MemoryUsed} MB\t{init}{status}"));
        return _tail.Take();
    }
}

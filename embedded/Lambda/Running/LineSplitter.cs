using System.Buffers;
using System.Text;

namespace EmbeddedAws.Lambda.Running;

/// <summary>Divides bytes into lines; a longer line than an event of a log may have is several.</summary>
internal sealed class LineSplitter(Action<string> write)
{
    /// <summary>https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html.</summary>
    private const int LongestLine = 256 * 1024;

    private readonly ArrayBufferWriter<byte> _begun = new();

    public void Add(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n');
            var taken = Math.Min(end < 0 ? bytes.Length : end, LongestLine - _begun.WrittenCount);
            _begun.Write(bytes[..taken]);
            if (taken == end)
                taken++;
            else if (_begun.WrittenCount < LongestLine)
                return;
            Flush();
            bytes = bytes[taken..];
        }
    }

    /// <summary>Gives out a line that was not ended.</summary>
    public void End()
    {
        if (_begun.WrittenCount > 0)
            Flush();
    }

    private void Flush()
    {
        var line = Encoding.UTF8.GetString(_begun.WrittenSpan).TrimEnd('\r');
        _begun.ResetWrittenCount();
        write(line);
    }
}

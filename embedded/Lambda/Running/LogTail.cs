using System.Text;

namespace EmbeddedAws.Lambda.Running;

/// <summary>The last 4 KB that are written during an invocation.</summary>
internal sealed class LogTail
{
    private const int Most = 4096;

    private readonly Lock _gate = new();
    private readonly Queue<byte[]> _lines = [];
    private int _length;

    public void Add(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line.Length > Most ? $"{line[^Most..]}\n" : $"{line}\n");
        lock (_gate)
        {
            _lines.Enqueue(bytes);
            _length += bytes.Length;
            while (_length - _lines.Peek().Length >= Most)
                _length -= _lines.Dequeue().Length;
        }
    }

    /// <summary>Gives out what there is, and begins anew.</summary>
    public byte[] Take()
    {
        lock (_gate)
        {
            byte[] all = [.. _lines.SelectMany(line => line)];
            _lines.Clear();
            _length = 0;
            return all.Length > Most ? all[^Most..] : all;
        }
    }
}

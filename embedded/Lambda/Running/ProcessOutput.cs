using System.Diagnostics;

namespace EmbeddedAws.Lambda.Running;

/// <summary>
/// What a process writes to its two pipes, line by line. It is always read, so that the process never waits; <see cref="Drain"/> reads all that is written
/// by then, so that the lines of an invocation come before its end.
/// </summary>
internal sealed class ProcessOutput
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>What a pipe may hold at once: https://man7.org/linux/man-pages/man7/pipe.7.html. What is read after that was written later.</summary>
    private const int MostInPipe = 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly byte[] _buffer = new byte[BufferBytes];
    private readonly List<(Pipe Pipe, LineSplitter Lines)> _open;
    private readonly Thread _reader;

    public ProcessOutput(Process process, Action<string> write)
    {
        _open = [.. new[] { process.StandardOutput, process.StandardError }.Select(reader => (new Pipe(reader.BaseStream), new LineSplitter(write)))];
        _reader = new Thread(ReadToTheEnd) { IsBackground = true, Name = "output of a function" };
        _reader.Start();
    }

    /// <summary>Reads what is there, and no more, however fast the process writes.</summary>
    /// <returns>Whether there may be more later.</returns>
    public bool Drain()
    {
        lock (_gate)
        {
            for (var i = _open.Count - 1; i >= 0; i--)
            {
                if (!Read(_open[i].Pipe, _open[i].Lines))
                    Close(i);
            }

            return _open.Count > 0;
        }
    }

    /// <summary>Gives out the beginnings of lines, once the process has ended.</summary>
    public void End()
    {
        Drain();
        lock (_gate)
        {
            // A child of the process may hold them open; once they are closed here, it ends at its next line.
            while (_open.Count > 0)
                Close(_open.Count - 1);
        }
    }

    /// <summary>Says whether there may be more later.</summary>
    private bool Read(Pipe pipe, LineSplitter lines)
    {
        for (var left = MostInPipe; left > 0 && pipe.HasData;)
        {
            var read = pipe.Read(_buffer);
            if (read == 0)
                return false;
            lines.Add(_buffer.AsSpan(0, read));
            left -= read;
        }

        return true;
    }

    private void Close(int index)
    {
        var (pipe, lines) = _open[index];
        _open.RemoveAt(index);
        lines.End();
        pipe.Dispose();
    }

    private void ReadToTheEnd()
    {
        while (Drain())
        {
            Pipe[] pipes;
            lock (_gate)
                pipes = [.. _open.Select(open => open.Pipe)];
            Pipe.Wait(pipes);
        }
    }
}

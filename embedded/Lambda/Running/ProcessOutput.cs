using System.Diagnostics;

namespace EmbeddedAws.Lambda.Running;

/// <summary>
/// What a process writes to its two pipes, line by line. It is always read, so that the process never waits; <see cref="Drain"/> reads all that is written
/// by then, so that the lines of an invocation come before its end.
/// </summary>
internal sealed class ProcessOutput
{
    private const int BufferBytes = 64 * 1024;

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

    /// <summary>Reads what is there.</summary>
    /// <returns>Whether there may be more later.</returns>
    public bool Drain()
    {
        lock (_gate)
        {
            for (var i = _open.Count - 1; i >= 0; i--)
            {
                while (_open[i].Pipe.HasData)
                {
                    var read = _open[i].Pipe.Read(_buffer);
                    if (read == 0)
                    {
                        _open[i].Lines.End();
                        _open.RemoveAt(i);
                        break;
                    }

                    _open[i].Lines.Add(_buffer.AsSpan(0, read));
                }
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
            // A child of the process may hold them open.
            foreach (var (_, lines) in _open)
                lines.End();
            _open.Clear();
        }
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

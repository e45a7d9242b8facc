using System.Text;

namespace EmbeddedAws.Tests.Scheduler;

/// <summary>An error log that does something at its first line: in the middle of what writes it.</summary>
internal sealed class ChangingLog : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public int Lines { get; private set; }

    public Action? OnFirstLine { get; set; }

    public override void WriteLine(string? value)
    {
        if (++Lines == 1)
            OnFirstLine?.Invoke();
    }
}

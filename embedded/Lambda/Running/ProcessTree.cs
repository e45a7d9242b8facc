using System.ComponentModel;
using System.Diagnostics;

namespace EmbeddedAws.Lambda.Running;

/// <summary>A process with those that it has started.</summary>
internal static class ProcessTree
{
    /// <summary>Ends them, as far as they are there and may be ended.</summary>
    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended, or one of those that it has started is another user's.
        }
    }
}

using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace EmbeddedAws.Lambda.Running;

/// <summary>The reading end of a pipe, which tells whether it has something: .NET's own streams only wait.</summary>
internal sealed class Pipe(Stream stream) : IDisposable
{
    private const short Readable = 1;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Not for ever: a pipe may be closed on this side in the meantime.</summary>
    private const int LongestWaitMilliseconds = 500;

    private readonly SafeHandle _handle = ((PipeStream)stream).SafePipeHandle;

    /// <summary>Whether a read returns at once, at the end of the pipe too.</summary>
    public bool HasData
    {
        get
        {
            if (OperatingSystem.IsWindows())
                return !Peek(_handle, 0, 0, 0, out var available, 0) || available > 0;
            return Poll([new Descriptor(_handle)], 1, 0) > 0; // Less than 0 where a signal came first.
        }
    }

    public int Read(Span<byte> buffer) => stream.Read(buffer);

    public void Dispose() => stream.Dispose();

    /// <summary>Waits until one of several has something, or for a while.</summary>
    public static void Wait(Pipe[] pipes)
    {
        if (OperatingSystem.IsWindows())
            Thread.Sleep(Pause);
        else if (pipes.Length > 0)
            _ = Poll([.. pipes.Select(pipe => new Descriptor(pipe._handle))], (nuint)pipes.Length, LongestWaitMilliseconds);
    }

    [DllImport("libc", EntryPoint = "poll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Poll([In, Out] Descriptor[] descriptors, nuint count, int timeout);

    [DllImport("kernel32", EntryPoint = "PeekNamedPipe", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool Peek(SafeHandle pipe, nint buffer, uint size, nint read, out uint available, nint left);

    /// <summary>See poll(2): the end of a pipe counts as readable.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Descriptor(SafeHandle handle)
    {
        public readonly int Number = (int)handle.DangerousGetHandle();
        public readonly short Events = Readable;
        public readonly short Occurred;
    }
}

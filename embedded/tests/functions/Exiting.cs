namespace EmbeddedAws.Tests.Functions;

/// <summary>Ends its process before the first invocation.</summary>
public sealed class Exiting
{
    public Exiting()
    {
        Console.WriteLine("out of here");
        Environment.Exit(42);
    }

    public void Run() => GetHashCode();
}

namespace EmbeddedAws.Tests.Functions;

/// <summary>Cannot be made.</summary>
public sealed class BadStart
{
    public BadStart() => throw new NotSupportedException("Not on this machine.");

    public void Run() => GetHashCode();
}

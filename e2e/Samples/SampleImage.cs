namespace ImageService.E2E;

/// <summary>An image of a real encoder and what is known of it.</summary>
public sealed record SampleImage(string Name, byte[] Bytes, string ContentType, int Width, int Height)
{
    /// <summary>The name is part of the name of the test.</summary>
    public override string ToString() => Name;
}

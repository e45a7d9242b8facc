namespace ImageService.Handlers.Formats;

/// <summary>A kind of file that the service does not take, but recognizes, so that a refusal can name it.</summary>
/// <param name="Name">What the bytes are, as in "These bytes are …".</param>
/// <param name="Advice">What a client can do, in a sentence; null where there is nothing to say but which formats are taken.</param>
public sealed record OtherFormat(string Name, string? Advice = null)
{
    /// <summary>Finds what a file is that has the signature of none of <see cref="ImageFormats"/>.</summary>
    /// <param name="bytes">The file, or its first bytes.</param>
    /// <returns>Null where the signature is not known here either.</returns>
    public static OtherFormat? Of(ReadOnlySpan<byte> bytes) => OtherFormats.Find(bytes);
}

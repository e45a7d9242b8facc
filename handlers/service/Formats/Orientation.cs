namespace ImageService.Handlers.Formats;

/// <summary>How pixels are turned for display: mirrored left to right first, where they are, and then turned clockwise.</summary>
/// <param name="Mirrored">Whether left and right are exchanged.</param>
/// <param name="Quarters">Quarters of a turn, 0 to 3.</param>
internal readonly record struct Orientation(bool Mirrored, int Quarters)
{
    private static readonly int[] Plain = [1, 6, 3, 8];
    private static readonly int[] InMirror = [2, 7, 4, 5];

    /// <summary>The number that EXIF gives it (CIPA DC-008, tag 274): null for 1, which changes nothing.</summary>
    public int? Exif => (Mirrored ? InMirror : Plain)[Quarters] is var number and not 1 ? number : null;

    /// <summary>This, and then another one. A mirror makes an earlier turn one the other way.</summary>
    public Orientation Then(Orientation next) => new(Mirrored != next.Mirrored, (next.Quarters + (next.Mirrored ? -Quarters : Quarters)) & 3);
}

namespace ImageService.Handlers.Formats;

/// <summary>
/// How many pixels an image has each way, as its file stores them: an orientation, which a viewer applies, changes nothing here.
/// </summary>
/// <param name="Width">Pixels in a row, 1 or more.</param>
/// <param name="Height">Rows, 1 or more.</param>
public readonly record struct ImageSize(int Width, int Height)
{
    /// <summary>
    /// Takes two numbers of a file's header, unless one of them is not a dimension: zero, or more than an <see cref="int"/> holds.
    /// </summary>
    internal static bool TryCreate(ulong width, ulong height, out ImageSize size)
    {
        var valid = width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue;
        size = valid ? new ImageSize((int)width, (int)height) : default;
        return valid;
    }
}

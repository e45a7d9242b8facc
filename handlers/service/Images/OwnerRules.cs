using ImageService.Handlers.Failures;

namespace ImageService.Handlers.Images;

internal static class OwnerRules
{
    private const int MaxLength = 128;

    /// <summary>Says what is wrong with an owner, if one is named.</summary>
    public static void Check(string? owner, FieldErrors errors)
    {
        if (errors.CheckLength("owner", owner, MaxLength, shortest: 1))
            errors.CheckCharacters("owner", owner!);
    }
}

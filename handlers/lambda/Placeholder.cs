namespace ImageService.Lambda;

internal static class Placeholder
{
}

namespace ImageService.Handlers.Formats;

/// <summary>What the header of an image says about its pixels.</summary>
/// <param name="Size">The dimensions as stored.</param>
/// <param name="Orientation">How a viewer turns the pixels, 2 to 8 as EXIF numbers it; null where it leaves them as they are, or nothing is known.</param>
public readonly record struct ImageHeader(ImageSize Size, int? Orientation);

namespace ImageService.E2E.Model;

/// <summary>What one client does next. Images are named by their place in the order of upload, whether they are still there or not.</summary>
internal abstract record Step(int Client)
{
    /// <summary>Uploads an image.</summary>
    public sealed record Upload(int Client, string FileName, int? Owner) : Step(Client);

    /// <summary>Gets metadata, perhaps only if it is not what this client saw last, perhaps by the id in upper case.</summary>
    public sealed record Get(int Client, int Image, bool IfNoneMatch, bool UpperCase) : Step(Client);

    /// <summary>Downloads the bytes.</summary>
    public sealed record Download(int Client, int Image) : Step(Client);

    /// <summary>Asks for a variant.</summary>
    public sealed record Variant(int Client, int Image) : Step(Client);

    /// <summary>Changes an image, perhaps only if it is as this client saw it last.</summary>
    public sealed record Patch(int Client, int Image, Change Change, bool IfMatch) : Step(Client);

    /// <summary>Deletes an image, perhaps only if it is as this client saw it last.</summary>
    public sealed record Delete(int Client, int Image, bool IfMatch) : Step(Client);

    /// <summary>Lists all pages: of an owner, of the names with a prefix, or both.</summary>
    public sealed record List(int Client, int? Owner, string? Prefix, bool Ascending, int Limit) : Step(Client);
}

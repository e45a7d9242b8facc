using System.Text;
using System.Text.Json.Nodes;

namespace ImageService.E2E.Model;

/// <summary>What the service should hold and answer, as plainly as it can be said: a list of images, in the order of upload.</summary>
/// <param name="run">Is part of every owner and file name, so that a listing shows the images of this run only.</param>
internal sealed class ImageModel(string run)
{
    private readonly List<ModelImage> _images = [];

    public int Count => _images.Count;

    public ModelImage this[int image] => _images[image];

    public static string? OwnerName(string run, int? owner) => owner is null ? null : $"{run}-owner-{owner}";

    public void Add(JsonObject answered, byte[] bytes) => _images.Add(new ModelImage(answered, bytes));

    /// <summary>Changes an image.</summary>
    /// <param name="image">Its place.</param>
    /// <param name="change">What is to change.</param>
    /// <param name="seen">The version that it must have; null for any.</param>
    /// <returns>The status of the answer.</returns>
    public int Patch(int image, Change change, int? seen)
    {
        if (change is Change.Unknown or Change.FileName { Value: null or "" })
            return 400;
        var (status, target) = Find(image, seen);
        if (target is null)
            return status;

        Apply(change, target.Json);
        target.Json["version"] = target.Version + 1;
        return 200;
    }

    /// <summary>Deletes an image.</summary>
    /// <returns>The status of the answer.</returns>
    public int Delete(int image, int? seen)
    {
        var (status, target) = Find(image, seen);
        if (target is null)
            return status;
        target.IsDeleted = true;
        return 204;
    }

    /// <summary>The ids of a listing: newest first or by name, in either direction.</summary>
    public IReadOnlyList<string> List(Step.List list)
    {
        var found = _images
            .Where(image => !image.IsDeleted)
            .Where(image => list.Owner is null || (string?)image.Json["owner"] == OwnerName(run, list.Owner))
            .Where(image => list.Prefix is null || Key(image).StartsWith($"{run}{list.Prefix}".ToLowerInvariant(), StringComparison.Ordinal))
            .OrderBy(image => list.Prefix is null ? "" : Convert.ToHexString(Encoding.UTF8.GetBytes(Key(image))) + "!", StringComparer.Ordinal)
            .ThenBy(image => image.Id, StringComparer.Ordinal)
            .Select(image => image.Id);
        return [.. list.Ascending ? found : found.Reverse()];
    }

    private static string Key(ModelImage image) => ((string)image.Json["fileName"]!).ToLowerInvariant();

    private (int Status, ModelImage? Image) Find(int place, int? seen)
    {
        var image = _images[place];
        return image.IsDeleted ? (404, null) : seen is not null && seen != image.Version ? (412, null) : (0, image);
    }

    private void Apply(Change change, JsonObject image)
    {
        switch (change)
        {
            case Change.FileName name:
                image["fileName"] = $"{run}{name.Value}";
                break;
            case Change.Owner owner:
                Set(image, "owner", OwnerName(run, owner.Value));
                break;
            case Change.NoMetadata:
                image.Remove("metadata");
                break;
            case Change.Title title:
                Set(Inner(image, "metadata"), "title", title.Value);
                break;
            case Change.Attribute attribute:
                Set(Inner(Inner(image, "metadata"), "attributes"), attribute.Name, attribute.Value);
                break;
        }
    }

    private static JsonObject Inner(JsonObject outer, string name)
    {
        if (outer[name] is not JsonObject inner)
            outer[name] = inner = [];
        return inner;
    }

    private static void Set(JsonObject target, string name, string? value)
    {
        if (value is null)
            target.Remove(name);
        else
            target[name] = value;
    }
}

/// <summary>An image of the model.</summary>
/// <param name="json">What the API shows of it.</param>
/// <param name="bytes">Its bytes.</param>
internal sealed class ModelImage(JsonObject json, byte[] bytes)
{
    public JsonObject Json => json;

    public byte[] Bytes => bytes;

    public bool IsDeleted { get; set; }

    public string Id => (string)json["id"]!;

    public int Version => (int)json["version"]!;
}

using System.Text.Json.Nodes;

namespace ImageService.E2E.Model;

/// <summary>What a patch changes.</summary>
internal abstract record Change
{
    /// <summary>The patch as it is sent.</summary>
    /// <param name="run">Is part of every owner and file name.</param>
    public JsonObject Patch(string run) => this switch
    {
        FileName { Value: null or "" } name => new() { ["fileName"] = name.Value },
        FileName name => new() { ["fileName"] = $"{run}{name.Value}" },
        Owner owner => new() { ["owner"] = ImageModel.OwnerName(run, owner.Value) },
        Title title => new() { ["metadata"] = new JsonObject { ["title"] = title.Value } },
        Attribute attribute => new() { ["metadata"] = new JsonObject { ["attributes"] = new JsonObject { [attribute.Name] = attribute.Value } } },
        NoMetadata => new() { ["metadata"] = null },
        Unknown => new() { ["color"] = "red" },
        _ => [],
    };

    public sealed record Nothing : Change;

    public sealed record FileName(string? Value) : Change;

    public sealed record Owner(int? Value) : Change;

    public sealed record Title(string? Value) : Change;

    public sealed record Attribute(string Name, string? Value) : Change;

    public sealed record NoMetadata : Change;

    /// <summary>A patch that no image takes.</summary>
    public sealed record Unknown : Change;
}

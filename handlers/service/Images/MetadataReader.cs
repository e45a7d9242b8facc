using System.Text.Json;
using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;

namespace ImageService.Handlers.Images;

/// <summary>Reads <see cref="ImageMetadata"/> in JSON, noting what is wrong.</summary>
internal sealed class MetadataReader
{
    private string? _title;
    private string? _description;
    private string? _location;
    private List<string?>? _tags;
    private Dictionary<string, string?>? _attributes;

    private MetadataReader()
    {
    }

    /// <summary>Reads the value at which the reader is.</summary>
    /// <returns>Null where it is null, or not an object.</returns>
    public static ImageMetadata? Read(ref Utf8JsonReader reader, string path, FieldErrors errors)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        var metadata = new MetadataReader();
        JsonMembers.Read(ref reader, path, errors, metadata.Find);
        return metadata.Result;
    }

    /// <summary>Reads a part of a form.</summary>
    public static ImageMetadata ReadPart(ReadOnlySpan<byte> json, string name, FieldErrors errors)
    {
        var metadata = new MetadataReader();
        RequestJson.ReadPart(json, name, errors, metadata.Find);
        return metadata.Result;
    }

    private ImageMetadata Result => new(_title, _description, _location, _tags!, _attributes!);

    private JsonMember? Find(string name) => name switch
    {
        "title" => (ref reader, path, errors) => _title = JsonValues.Text(ref reader, path, errors),
        "description" => (ref reader, path, errors) => _description = JsonValues.Text(ref reader, path, errors),
        "location" => (ref reader, path, errors) => _location = JsonValues.Text(ref reader, path, errors),
        "tags" => (ref reader, path, errors) => _tags = JsonValues.Texts(ref reader, path, errors),
        "attributes" => (ref reader, path, errors) => _attributes = JsonValues.TextsByName(ref reader, path, errors),
        _ => null,
    };
}

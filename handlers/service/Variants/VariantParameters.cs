using System.Globalization;
using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;

namespace ImageService.Handlers.Variants;

/// <summary>Reads which variant a request asks for.</summary>
/// <param name="sizes">
/// The widths and heights that may be requested, in rising order: a client cannot make the service compute and store a picture for each number of pixels.
/// </param>
internal sealed class VariantParameters(IReadOnlyList<int> sizes)
{
    private const string Width = "width";
    private const string Height = "height";
    private const string Fit = "fit";
    private const string Crop = "crop";
    private const string Format = "format";
    private const string Quality = "quality";
    private const string Download = "download";

    private static readonly string[] Names = [Width, Height, Fit, Crop, Format, Quality, Download];
    private static readonly string[] Qualities = ["50", "65", "80", "95"];

    /// <summary>Reads the query, and for <c>format=auto</c> the header <c>Accept</c>.</summary>
    /// <exception cref="ProblemException">400, naming all that is wrong.</exception>
    public VariantRequest Of(Request request)
    {
        request.AllowOnly(Names);
        var errors = new FieldErrors();
        var width = ReadSize(Width, request, errors);
        var height = ReadSize(Height, request, errors);
        var crop = ReadCrop(request, errors);
        var format = OneOf(Format, request, errors, "auto", "jpeg", "png", "webp", "avif");
        var link = OneOf(Download, request, errors, "false", "true", "url") == "url";
        var written = FormatOf(format, request);
        var quality = request.Parameter(Quality) is null ? Usual(written) : OneOf(Quality, request, errors, Qualities);
        errors.ThrowIfAny(Problems.InvalidParameter);
        return new VariantRequest(
            new Variant(width, height, crop, written, int.Parse(quality, CultureInfo.InvariantCulture)), DependsOnAccept: format == "auto", WantsLink: link);
    }

    /// <summary>AVIF looks at 50 as the others do at 80.</summary>
    private static string Usual(VariantFormat format) => format == VariantFormat.Avif ? "50" : "80";

    private int? ReadSize(string name, Request request, FieldErrors errors)
    {
        if (request.Parameter(name) is not { } text)
            return null;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            errors.Add(name, $"must be one of {string.Join(", ", sizes)}");
        else if (!sizes.Contains(size))
            errors.Add(name, $"must be one of the sizes that there are; next to {size} {NextTo(size)}");
        return size;
    }

    private string NextTo(int size)
    {
        var next = sizes.Where(other => other < size).TakeLast(1).Concat(sizes.Where(other => other > size).Take(1)).ToList();
        return next is [var below, var above] ? $"are {below} and {above}" : $"is {next[0]}";
    }

    private static VariantCrop? ReadCrop(Request request, FieldErrors errors)
    {
        var covers = OneOf(Fit, request, errors, "contain", "cover") == "cover";
        var crop = OneOf(Crop, request, errors, "center", "attention");
        if (covers && (request.Parameter(Width) is null || request.Parameter(Height) is null))
            errors.Add(Fit, "is cover, which needs both width and height");
        if (!covers && request.Parameter(Crop) is not null && !errors.Has(Fit))
            errors.Add(Crop, "is for fit=cover only");
        return !covers ? null : crop == "attention" ? VariantCrop.Attention : VariantCrop.Center;
    }

    /// <summary>The value of a parameter with fixed values; the first is the default.</summary>
    private static string OneOf(string name, Request request, FieldErrors errors, params string[] values)
    {
        var value = request.Parameter(name) ?? values[0];
        if (values.Contains(value))
            return value;
        errors.Add(name, $"must be {string.Join(", ", values[..^1])} or {values[^1]}");
        return values[0];
    }

    private static VariantFormat FormatOf(string format, Request request) => format switch
    {
        "jpeg" => VariantFormat.Jpeg,
        "png" => VariantFormat.Png,
        "webp" => VariantFormat.WebP,
        "avif" => VariantFormat.Avif,
        _ => request.Accepts("image/webp") ? VariantFormat.WebP : VariantFormat.Auto,
    };
}

using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Deleting;

/// <summary>The body of <c>POST /images/delete</c>: <c>{"ids": […]}</c>.</summary>
internal static class DeletionForm
{
    /// <summary>With 16 deletes at once, a hundred take well under a second where DynamoDB and S3 are quick.</summary>
    private const int MostIds = 100;

    /// <summary>Reads the ids, in the order asked, a repeated one once.</summary>
    /// <exception cref="ProblemException">415, or 400: no id, too many, or some that are not UUIDs.</exception>
    public static IReadOnlyList<ImageId> Read(Request request)
    {
        if (MediaTypes.NameOf(request.Header("Content-Type")) != "application/json")
            throw new ProblemException(Problems.UnsupportedContentType, "Name the images to delete as application/json.");

        List<string?>? texts = null;
        var errors = new FieldErrors();
        RequestJson.Read(request.Body.Span, errors, name => name switch
        {
            "ids" => (ref reader, path, errors) => texts = JsonValues.Texts(ref reader, path, errors),
            _ => null,
        });
        errors.Require("ids", texts);
        var ids = Parse(texts ?? [], errors);
        errors.ThrowIfAny(Problems.InvalidField, "ids");
        return ids;
    }

    private static List<ImageId> Parse(List<string?> texts, FieldErrors errors)
    {
        if (texts.Count == 0 && !errors.Has("ids"))
            errors.Add("ids", "is empty");
        if (texts.Count > MostIds)
            errors.Add("ids", $"has more than {MostIds} items");
        var ids = texts.Select(text => ImageId.Parse(text ?? "")).ToList();
        foreach (var (place, _) in ids.Index().Where(id => id.Item is null && !errors.Has($"ids[{id.Index}]")))
            errors.Add($"ids[{place}]", "must be a UUID");
        return [.. ids.OfType<ImageId>().Distinct()];
    }
}

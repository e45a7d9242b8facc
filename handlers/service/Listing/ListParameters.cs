using System.Globalization;
using ImageService.Handlers.Failures;
using ImageService.Handlers.Formats;
using ImageService.Handlers.Http;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Listing;

/// <summary>The query parameters of a listing, read and checked.</summary>
internal sealed record ListParameters
{
    public static readonly string[] Names =
        ["limit", "cursor", "order", "fileName", "createdAfter", "createdBefore", "contentType", "tag", "owner"];

    private const int DefaultLimit = 20;
    private const int MaxLimit = 100;

    /// <summary>How many images a page holds at most.</summary>
    public required int Limit { get; init; }

    /// <summary>Where the page starts; null for the first.</summary>
    public required string? Cursor { get; init; }

    /// <summary>Oldest first, or by file name from A on.</summary>
    public required bool Ascending { get; init; }

    /// <summary>How the file names begin, in the form in which they are matched.</summary>
    public required string? FileNamePrefix { get; init; }

    /// <summary>The first millisecond that is listed.</summary>
    public required long? CreatedFrom { get; init; }

    /// <summary>The first millisecond that is not listed any more.</summary>
    public required long? CreatedUntil { get; init; }

    /// <summary>The type, as images have it.</summary>
    public required string? ContentType { get; init; }

    public required string? Tag { get; init; }

    public required string? Owner { get; init; }

    /// <summary>Reads the query of a request.</summary>
    /// <exception cref="ProblemException">400, naming each parameter that is unknown, repeated or out of range.</exception>
    public static ListParameters Of(Request request)
    {
        request.AllowOnly(Names);
        var errors = new FieldErrors();
        var fileName = request.Parameter("fileName");
        FileName.Check(fileName, errors);
        OwnerRules.Check(request.Parameter("owner"), errors);
        errors.CheckLength("tag", request.Parameter("tag"), MetadataRules.TagLength);
        var parameters = new ListParameters
        {
            Limit = ReadLimit(request.Parameter("limit"), errors),
            Cursor = request.Parameter("cursor"),
            Ascending = ReadAscending(request.Parameter("order"), byFileName: fileName is not null, errors),
            FileNamePrefix = fileName is null ? null : FileName.Key(fileName),
            CreatedFrom = ReadTime("createdAfter", request, errors),
            CreatedUntil = ReadTime("createdBefore", request, errors),
            ContentType = ReadContentType(request.Parameter("contentType"), errors),
            Tag = request.Parameter("tag"),
            Owner = request.Parameter("owner"),
        };
        errors.ThrowIfAny(Problems.InvalidParameter);
        return parameters;
    }

    private static int ReadLimit(string? text, FieldErrors errors)
    {
        if (text is null)
            return DefaultLimit;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit is < 1 or > MaxLimit)
            errors.Add("limit", $"must be a whole number from 1 to {MaxLimit}");
        return limit;
    }

    private static bool ReadAscending(string? text, bool byFileName, FieldErrors errors)
    {
        if (text is not (null or "asc" or "desc"))
            errors.Add("order", "must be asc or desc");
        return text is null ? byFileName : text == "asc";
    }

    /// <summary>A type has several names, and an upload may declare any of them.</summary>
    private static string? ReadContentType(string? text, FieldErrors errors)
    {
        if (text is null)
            return null;
        var name = MediaTypes.NameOf(text);
        var format = ImageFormats.All.FirstOrDefault(format => format.IsNamed(name));
        if (format is null)
            errors.Add("contentType", $"must be one of {string.Join(", ", ImageFormats.All)}");
        return format?.ContentType;
    }

    private static long? ReadTime(string name, Request request, FieldErrors errors)
    {
        if (request.Parameter(name) is not { } text)
            return null;
        var milliseconds = Rfc3339.CeilingMilliseconds(text);
        if (milliseconds is null)
            errors.Add(name, "must be an RFC 3339 date-time, such as 2026-11-21T19:00:00Z");
        return milliseconds;
    }
}

using ImageService.Handlers.Http;
using ImageService.Handlers.Images;
using ImageService.Handlers.Listing;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Operations;

/// <summary><c>GET /images</c>: a page of images, read by one Query.</summary>
internal sealed class ListImages(ImageTable table)
{
    public async Task<Response> HandleAsync(Request request, CancellationToken cancellation)
    {
        var parameters = ListParameters.Of(request);
        var plan = new ListPlan(parameters);
        var position = parameters.Cursor is { } cursor ? Cursor.Read(cursor, parameters, plan) : null;
        var page = plan.IsEmpty ? new ImagePage([], null) : await ReadAsync(plan, position, parameters, cancellation);

        var response = Response.Json(200, page, ServiceJson.Default.ImagePage);
        if (page.NextCursor is { } next)
            response.Headers["Link"] = $"<?{NextQuery(request, next)}>; rel=\"next\"";
        return response;
    }

    private async Task<ImagePage> ReadAsync(ListPlan plan, string? position, ListParameters parameters, CancellationToken cancellation)
    {
        var answer = await table.QueryAsync(plan.Query(position), cancellation);
        var sortKey = plan.Index.SortKey.Name;
        var items = answer.Items.Take(parameters.Limit).ToList();

        // More was read than the page holds, or DynamoDB stopped before the end (at 1 MB), perhaps with nothing found.
        var last = answer.Items.Count > items.Count ? items[^1]
            : answer.LastEvaluatedKey is { Count: > 0 } stopped ? stopped
            : null;
        return new ImagePage(
            [.. items.Select(ImageItem.Read)],
            last is null ? null : Cursor.Write(last[sortKey].S, parameters));
    }

    private static string NextQuery(Request request, string cursor) => string.Join('&', ListParameters.Names
        .Select(name => (Name: name, Value: name == "cursor" ? cursor : request.Parameter(name)))
        .Where(parameter => parameter.Value is not null)
        .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}"));
}

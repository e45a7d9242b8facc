using ImageService.Handlers.Http;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Listing;

/// <summary><c>GET /images</c>: a page of images, read by one Query for each partition.</summary>
internal sealed class ListImages(PageQueries queries)
{
    public async Task<Response> HandleAsync(Request request, CancellationToken cancellation)
    {
        var parameters = ListParameters.Of(request);
        var plan = new ListPlan(parameters);
        var position = parameters.Cursor is { } cursor ? Cursor.Read(cursor, parameters, plan) : null;
        var answers = await queries.SendAsync(plan, position, cancellation);

        var found = MergedItems.Of(answers, plan.Index.SortKey.Name, parameters.Ascending);
        var page = PageOf(found, parameters.Limit, plan, parameters);
        var response = Response.Json(200, page, PageJson.Default.ImagePage);
        // The 1 MB that is read at once grows where JSON has to escape it.
        for (var limit = page.Images.Count / 2; response.Body.Length > InvocationLimit.Image; limit /= 2)
        {
            page = PageOf(found, limit, plan, parameters);
            response = Response.Json(200, page, PageJson.Default.ImagePage);
        }

        if (page.NextCursor is { } next)
            response.Headers["Link"] = $"<?{NextQuery(request, next)}>; rel=\"next\"";
        return response;
    }

    private static ImagePage PageOf(MergedItems found, int limit, ListPlan plan, ListParameters parameters)
    {
        var items = found.Items.Take(limit).ToList();

        // More was read than the page holds, or DynamoDB stopped before the end (at 1 MB), perhaps with nothing found.
        var position = found.Items.Count > items.Count ? items[^1][plan.Index.SortKey.Name].S : found.StoppedAt;
        return new ImagePage([.. items.Select(ImageItem.Read)], position is null ? null : Cursor.Write(position, parameters));
    }

    private static string NextQuery(Request request, string cursor) => string.Join('&', ListParameters.Names
        .Select(name => (Name: name, Value: name == "cursor" ? cursor : request.Parameter(name)))
        .Where(parameter => parameter.Value is not null)
        .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}"));
}

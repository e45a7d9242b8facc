using Amazon.DynamoDBv2.Model;
using ImageService.Handlers.Http;
using ImageService.Handlers.Images;
using ImageService.Handlers.Listing;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Operations;

/// <summary><c>GET /images</c>: a page of images, read by one Query.</summary>
internal sealed class ListImages(ImageTable table)
{
    /// <summary>Lambda's answer carries 6 MiB, as base64. The 1 MB that is read at once grows where JSON has to escape it.</summary>
    private const int LargestPage = 4 * 1024 * 1024;

    public async Task<Response> HandleAsync(Request request, CancellationToken cancellation)
    {
        var parameters = ListParameters.Of(request);
        var plan = new ListPlan(parameters);
        var position = parameters.Cursor is { } cursor ? Cursor.Read(cursor, parameters, plan) : null;
        var answer = plan.IsEmpty ? new QueryResponse { Items = [] } : await table.QueryAsync(plan.Query(position), cancellation);

        var page = PageOf(answer, parameters.Limit, plan, parameters);
        var response = Response.Json(200, page, ServiceJson.Default.ImagePage);
        for (var limit = page.Images.Count / 2; response.Body.Length > LargestPage; limit /= 2)
        {
            page = PageOf(answer, limit, plan, parameters);
            response = Response.Json(200, page, ServiceJson.Default.ImagePage);
        }

        if (page.NextCursor is { } next)
            response.Headers["Link"] = $"<?{NextQuery(request, next)}>; rel=\"next\"";
        return response;
    }

    private static ImagePage PageOf(QueryResponse answer, int limit, ListPlan plan, ListParameters parameters)
    {
        var items = answer.Items.Take(limit).ToList();

        // More was read than the page holds, or DynamoDB stopped before the end (at 1 MB), perhaps with nothing found.
        var last = answer.Items.Count > items.Count ? items[^1]
            : answer.LastEvaluatedKey is { Count: > 0 } stopped ? stopped
            : null;
        return new ImagePage(
            [.. items.Select(ImageItem.Read)],
            last is null ? null : Cursor.Write(last[plan.Index.SortKey.Name].S, parameters));
    }

    private static string NextQuery(Request request, string cursor) => string.Join('&', ListParameters.Names
        .Select(name => (Name: name, Value: name == "cursor" ? cursor : request.Parameter(name)))
        .Where(parameter => parameter.Value is not null)
        .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}"));
}

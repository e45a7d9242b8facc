using System.Globalization;
using System.Text.Json.Nodes;
using ImageService.E2E.Contract.Schemas;

namespace ImageService.E2E.Contract;

/// <summary>The OpenAPI description of the API, ready to hold answers against.</summary>
internal sealed class Description
{
    /// <summary>The name of what matches no operation.</summary>
    public const string NoOperation = "no operation";

    private readonly DescribedOperation _none;

    public Description(JsonNode document)
    {
        Document = document;
        var schemas = new SchemaCompiler(document);
        Operations =
        [
            .. from path in document["paths"]!.AsObject()
               from method in path.Value!.AsObject()
               let operation = method.Value!.AsObject()
               from variant in Variants.Of(operation)
               select new DescribedOperation(
                   variant.Name, method.Key.ToUpperInvariant(), path.Key, variant.Value, Answers(Variants.Responses(operation, variant.Value))),
        ];
        _none = new DescribedOperation(NoOperation, "", "", null, Answers(document["x-no-operation"]!.AsObject()));

        Dictionary<int, DescribedAnswer> Answers(JsonObject responses) => responses.ToDictionary(
            response => int.Parse(response.Key, CultureInfo.InvariantCulture), response => new DescribedAnswer(document, response.Value, schemas));
    }

    /// <summary>The description that the service publishes.</summary>
    public static Description Published { get; } = new(JsonNode.Parse(Repository.Read("handlers/openapi.json"))!);

    /// <summary>The description itself.</summary>
    public JsonNode Document { get; }

    /// <summary>All operations, in its order.</summary>
    public IReadOnlyList<DescribedOperation> Operations { get; }

    /// <summary>The operations, and the answers to requests that match none.</summary>
    public IEnumerable<DescribedOperation> Rows => [.. Operations, _none];

    /// <summary>The operation that a request is for. A literal path wins over one with a placeholder, whatever their methods (OpenAPI 3.1, Paths Object).</summary>
    /// <param name="method">The method in capitals.</param>
    /// <param name="path">The path after the base URL, as it was sent.</param>
    /// <param name="download">The query parameter.</param>
    public DescribedOperation Match(string method, string path, string? download)
    {
        var ofPath = Operations.Where(operation => operation.FitsPath(path)).ToLookup(operation => operation.IsLiteral);
        var fitting = ofPath[ofPath.Contains(true)].Where(operation => operation.FitsMethod(method)).ToList();
        return fitting.FirstOrDefault(operation => operation.Download == download) ?? fitting.FirstOrDefault() ?? _none;
    }
}

using System.Globalization;
using System.Text.Json.Nodes;

namespace ImageService.E2E.Contract.Examples;

/// <summary>Puts together what belongs together in the description: the examples of one name within an operation.</summary>
internal sealed class ExampleReader(JsonNode document)
{
    /// <summary>All examples of requests, with their answers.</summary>
    /// <exception cref="InvalidOperationException">A request has no answer of its name, or several; or an answer has no request.</exception>
    public IReadOnlyList<Example> Read() =>
    [
        .. from path in document["paths"]!.AsObject()
           from method in path.Value!.AsObject()
           from example in Read(path.Key, method.Key.ToUpperInvariant(), method.Value!.AsObject())
           select example,
    ];

    private IEnumerable<Example> Read(string path, string method, JsonObject operation)
    {
        var id = (string)operation["operationId"]!;
        var parameters = (operation["parameters"]?.AsArray() ?? [])
            .Select(parameter => References.Follow(document, parameter))
            .SelectMany(parameter => Named(parameter), (parameter, example) => (
                Example: example.Name, In: (string)parameter["in"]!, Name: (string)parameter["name"]!, Value: example.Example["value"]!.ToString()))
            .ToList();
        var bodies = Bodies(operation["requestBody"]).ToDictionary(body => body.Name, body => body.Body);
        var answers = operation["responses"]!.AsObject().SelectMany(response => Answers(response.Key, References.Follow(document, response.Value))).ToLookup(answer => answer.Name);

        var names = parameters.Select(parameter => parameter.Example).Union(bodies.Keys).ToList();
        if (answers.Select(answer => answer.Key).Except(names).FirstOrDefault(name => !IsShared(name, operation)) is { } orphan)
            throw new InvalidOperationException($"{id} has an answer {orphan} without a request of that name.");
        return names.Select(name => answers[name].ToList() is [var answer]
            ? new Example(
                id, name, method, path, [.. parameters.Where(parameter => parameter.Example == name).Select(parameter => (parameter.In, parameter.Name, parameter.Value))],
                bodies.GetValueOrDefault(name), answer.Status, answer.Body)
            : throw new InvalidOperationException($"{id} has {answers[name].Count()} answers to its request {name}."));
    }

    /// <summary>A response that several operations refer to may have examples of others.</summary>
    private bool IsShared(string name, JsonObject operation) => operation["responses"]!.AsObject()
        .Any(response => response.Value!["$ref"] is not null && Answers(response.Key, References.Follow(document, response.Value)).Any(answer => answer.Name == name));

    private IEnumerable<(string Name, int Status, ExampleBody? Body)> Answers(string status, JsonObject response)
    {
        var number = int.Parse(status, CultureInfo.InvariantCulture);
        return Bodies(response).Select(body => (body.Name, number, (ExampleBody?)body.Body))
            .Concat((response["x-examples"]?.AsArray() ?? []).Select(name => ((string)name!, number, (ExampleBody?)null)));
    }

    private IEnumerable<(string Name, ExampleBody Body)> Bodies(JsonNode? described) =>
        from media in described?["content"]?.AsObject() ?? []
        from example in Named(media.Value!)
        select (example.Name, ExampleBody.Read(media.Key, example.Example));

    private IEnumerable<(string Name, JsonObject Example)> Named(JsonNode described) =>
        (described["examples"]?.AsObject() ?? []).Select(example => (example.Key, References.Follow(document, example.Value)));
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ImageService.E2E.Contract.Schemas;

namespace ImageService.E2E.Contract;

/// <summary>A header of an answer, as it is described.</summary>
internal sealed class DescribedHeader(string name, JsonNode document, JsonNode? header, SchemaCompiler schemas)
{
    private readonly bool _required = (bool?)References.Follow(document, header)["required"] ?? false;
    private readonly bool _isNumber = (string?)References.Follow(document, References.Follow(document, header)["schema"])["type"] == "integer";
    private readonly SchemaRule _rule = schemas.Compile(References.Follow(document, header)["schema"]);

    public void Check(Answer answer, ICollection<string> faults)
    {
        if (answer.Header(name) is not { } text)
        {
            if (_required)
                faults.Add($"the header {name} is missing");
            return;
        }

        var value = _isNumber && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? JsonSerializer.SerializeToElement(number)
            : JsonSerializer.SerializeToElement(text);
        _rule(value, $"the header {name}", faults);
    }
}

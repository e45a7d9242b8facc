using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ImageService.E2E.Contract.Examples;

/// <summary>The examples of the description are executed: each request is sent, and answered as the example of its name says.</summary>
public sealed partial class ExampleTests
{
    private static readonly IReadOnlyList<Example> All = new ExampleReader(Description.Published.Document).Read();

    private static readonly IEnumerable<Example> Problems = All.Where(example => example.Status >= 400);

    [TestCaseSource(nameof(All))]
    public async Task A_request_gets_the_answer_of_its_name(Example example)
    {
        var data = new ExampleData(Api, All);

        var answer = await data.Send(example);

        Assert.That(answer, Is.Status(example.Status));
        if (example.Answer is not { } expected)
        {
            Assert.That(answer.Bytes, Is.Empty);
            return;
        }

        Assert.That(answer.Header("Content-Type"), Is.EqualTo(expected.ContentType));
        if (expected.IsJson)
            Assert.That(answer.Json, new ShapeConstraint(JsonNode.Parse(expected.Bytes)));
        else
            Assert.That(answer.Bytes, Is.Bytes(expected.Bytes));
    }

    [TestCaseSource(nameof(Problems))]
    public async Task A_problem_is_worded_as_its_example_is(Example example)
    {
        var data = new ExampleData(Api, All);

        var answer = await data.Send(example);

        Assert.That(AnyId().Replace(answer.Text, "{id}"), Is.EqualTo(AnyId().Replace(Encoding.UTF8.GetString(example.Answer!.Bytes), "{id}")));
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex AnyId();
}

using FsCheck;
using FsCheck.Fluent;

namespace ImageService.E2E.Model;

/// <summary>
/// Random sequences of calls from several clients, held against a plain model in memory. A failure prints the sequence, shortened as far
/// as it still fails, with the answer that differs.
/// </summary>
public sealed class ModelTests
{
    private const int Sequences = 25;

    [Test]
    public async Task The_service_answers_as_a_plain_list_of_images_would()
    {
        var failure = new ShortestFailure();

        Prop.ForAll(Steps.Sequences, async steps => await NewRun().TakeAsync(steps) is null)
            .Check(Config.Quick.WithMaxTest(Sequences).WithRunner(failure));

        var difference = failure.Steps is null ? null : await NewRun().TakeAsync(failure.Steps);
        Assert.That(failure.Steps, Is.Null, () => $"{difference}\nin this sequence:\n{string.Join('\n', failure.Steps ?? [])}\n");
    }

    private static Run NewRun() => new(Api, () => SampleImages.Png());
}

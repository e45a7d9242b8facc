namespace ImageService.E2E.Operations;

/// <summary>How file names are matched and sorted.</summary>
public sealed class ListFileNameTests
{
    [Test]
    public async Task A_file_name_is_matched_by_its_beginning_in_any_case_and_sorted_by_name()
    {
        var unique = Guid.NewGuid().ToString("N");
        foreach (var name in new[] { "b.png", "Äa.png", "A.PNG", "a.gif", "z" })
            await Api.UploadImage(SampleImages.Png(), fileName: $"{unique}-Ürlaub-{name}");
        await Api.UploadImage(SampleImages.Png(), fileName: $"{unique}-other");

        var expected = new[] { "a.gif", "A.PNG", "b.png", "z", "Äa.png" }.Select(name => $"{unique}-Ürlaub-{name}");
        await Eventually.That(() => ListNames(("fileName", $"{unique}-üRLAUB-")), Is.EqualTo(expected));
        await Eventually.That(
            () => ListNames(("fileName", $"{unique.ToUpperInvariant()}-U\u0308rlaub-"), ("order", "desc")),
            Is.EqualTo(expected.Reverse()));
    }

    [Test]
    public async Task A_shorter_name_comes_before_a_longer_one_that_begins_with_it()
    {
        var unique = Guid.NewGuid().ToString("N");
        foreach (var name in new[] { $"{unique} b", $"{unique}", $"{unique}!" })
            await Api.UploadImage(SampleImages.Png(), fileName: name);

        await Eventually.That(() => ListNames(("fileName", unique)), Is.EqualTo([unique, $"{unique} b", $"{unique}!"]));
    }

    [Test]
    public async Task Letters_that_are_composed_in_lower_case_only_match_in_any_case()
    {
        var unique = Guid.NewGuid().ToString("N");
        var image = await Api.UploadImage(SampleImages.Png(), fileName: $"{unique}H\u0331.png");

        await Eventually.That(() => Api.ListIds(("fileName", $"{unique}h\u0331")), Is.EqualTo([image.Id]));
    }

    private static async Task<IEnumerable<string>> ListNames(params (string, string)[] parameters) =>
        (await Api.ListAll(parameters)).Select(image => image.FileName);
}

using System.Text.Json.Nodes;
using RestSharp;
using static ImageService.E2E.Model.Difference;

namespace ImageService.E2E.Model;

/// <summary>Takes the steps of one sequence, by real calls and in the model, and compares all that is answered.</summary>
internal sealed class Run
{
    private readonly ApiClient _api;
    private readonly Func<byte[]> _newImage;
    private readonly string _name = $"run-{Guid.NewGuid():N}-";
    private readonly Dictionary<(int Client, int Image), int> _seen = [];
    private readonly ImageModel _model;

    /// <param name="api">The API.</param>
    /// <param name="newImage">Makes what is uploaded; it is smaller than 32 pixels.</param>
    public Run(ApiClient api, Func<byte[]> newImage)
    {
        (_api, _newImage) = (api, newImage);
        _model = new ImageModel(_name);
    }

    /// <summary>Takes all steps.</summary>
    /// <returns>The first answer that differs from the model's; null if all agree.</returns>
    public async Task<string?> TakeAsync(IEnumerable<Step> steps)
    {
        foreach (var step in steps)
        {
            try
            {
                await TakeAsync(step);
            }
            catch (Difference difference)
            {
                return $"{step}: {difference.Message}";
            }
        }

        return null;
    }

    /// <summary>Deletes what is left of the images, in one request.</summary>
    public async Task DeleteAllAsync()
    {
        var left = _model.List(new Step.List(0, Owner: null, Prefix: "", Ascending: true, Limit: 1));
        if (left.Count == 0)
            return;

        var answer = await _api.DeleteImages(left);

        Same(answer.Json["deleted"]!.AsArray().Select(id => (string?)id), Is.EqualTo(left));
    }

    private Task TakeAsync(Step step) => step switch
    {
        Step.Upload upload => Upload(upload),
        Step.List list => List(list),
        Step.Get get when get.Image < _model.Count => Get(get),
        Step.Download download when download.Image < _model.Count => Download(download),
        Step.Variant variant when variant.Image < _model.Count => Variant(variant),
        Step.Patch patch when patch.Image < _model.Count => Patch(patch),
        Step.Delete delete when delete.Image < _model.Count => Delete(delete),
        _ => Task.CompletedTask, // The image is not there yet.
    };

    private async Task Upload(Step.Upload step)
    {
        var bytes = _newImage();
        var fileName = $"{_name}{step.FileName}";
        var owner = ImageModel.OwnerName(_name, step.Owner);

        var answer = await _api.Upload(bytes, fileName: fileName, owner: owner);

        Same(answer, Is.Status(201));
        var image = answer.Image;
        Same((image.FileName, image.Owner, image.Size, image.Version), Is.EqualTo((fileName, owner, bytes.LongLength, 1)));
        _seen[(step.Client, _model.Count)] = 1;
        _model.Add(answer.Json, bytes);
    }

    private async Task Get(Step.Get step)
    {
        var image = _model[step.Image];
        var request = new RestRequest($"images/{(step.UpperCase ? image.Id.ToUpperInvariant() : image.Id)}");
        var seen = step.IfNoneMatch ? Seen(step.Client, step.Image) : null;
        if (seen is { } version)
            request.AddHeader("If-None-Match", Tag(version));

        var answer = await _api.Send(request);

        Same(answer, Is.Status(image.IsDeleted ? 404 : seen == image.Version ? 304 : 200));
        if (answer.Status == 200)
            SameImage(answer, step, step.Image);
    }

    private async Task Download(Step.Download step)
    {
        var image = _model[step.Image];

        var answer = await _api.Download(image.Id);

        Same(answer, Is.Status(image.IsDeleted ? 404 : 200));
        if (answer.Status == 200)
            Same(answer.Bytes, Is.Bytes(image.Bytes));
    }

    private async Task Variant(Step.Variant step)
    {
        var image = _model[step.Image];

        var answer = await _api.Variant(image.Id, "width=32&format=png");

        Same(answer, Is.Status(image.IsDeleted ? 404 : 200));
        if (answer.Status == 200)
            Same(Variants.Picture.Of(answer).Size, Is.EqualTo(((int)image.Json["width"]!, (int)image.Json["height"]!)));
    }

    private async Task Patch(Step.Patch step)
    {
        var image = _model[step.Image];
        var seen = step.IfMatch ? Seen(step.Client, step.Image) : null;

        var answer = await _api.Update(image.Id, step.Change.Patch(_name).ToJsonString(), seen is { } version ? Tag(version) : null);

        Same(answer, Is.Status(_model.Patch(step.Image, step.Change, seen)));
        if (answer.Status != 200)
            return;
        Same((string)answer.Json["updatedAt"]!, Is.GreaterThanOrEqualTo((string)image.Json["updatedAt"]!));
        image.Json["updatedAt"] = (string)answer.Json["updatedAt"]!;
        SameImage(answer, step, step.Image);
    }

    private async Task Delete(Step.Delete step)
    {
        var seen = step.IfMatch ? Seen(step.Client, step.Image) : null;

        var answer = await _api.Delete(_model[step.Image].Id, seen is { } version ? Tag(version) : null);

        Same(answer, Is.Status(_model.Delete(step.Image, seen)));
    }

    private async Task List(Step.List step)
    {
        var parameters = new List<(string, string)> { ("order", step.Ascending ? "asc" : "desc"), ("limit", $"{step.Limit}") };
        if (step.Owner is not null)
            parameters.Add(("owner", ImageModel.OwnerName(_name, step.Owner)!));
        if (step.Prefix is not null)
            parameters.Add(("fileName", $"{_name}{step.Prefix}"));

        // An index follows after a moment.
        var expected = Is.EqualTo(_model.List(step));
        Same(await Eventually.Read(() => _api.ListIds(parameters), expected), expected);
    }

    private void SameImage(Answer answer, Step step, int image)
    {
        Same(answer.Json, Is.EqualTo(_model[image].Json).Using<JsonNode>(JsonNode.DeepEquals));
        Same(answer.Header("ETag"), Is.EqualTo(Tag(_model[image].Version)));
        _seen[(step.Client, image)] = _model[image].Version;
    }

    private int? Seen(int client, int image) => _seen.TryGetValue((client, image), out var version) ? version : null;

    private static string Tag(int version) => $"\"v{version}\"";
}

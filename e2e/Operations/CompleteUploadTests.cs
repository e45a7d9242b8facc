using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ImageService.E2E.Clouds;
using ImageService.Local.Deployment;
using ImageService.Local.Host;
using RestSharp;

namespace ImageService.E2E.Operations;

public sealed class CompleteUploadTests
{
    private const int MiB = 1024 * 1024;

    [Test]
    public async Task An_image_goes_to_S3_and_comes_back()
    {
        var bytes = SampleImages.Png(640, 480);
        var description = LargeUpload.Describe(bytes, owner: "user-17");
        description["metadata"] = JsonNode.Parse("""{"title":"Sunset","tags":["beach"],"attributes":{"camera":"X100"}}""");
        var upload = (await Api.CreateUpload(description)).Upload;
        await PresignedPut.Send(upload, bytes);

        var answer = await Api.CompleteUpload(upload.Id);

        var image = answer.Image;
        var created = DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(upload.Id[..8] + upload.Id[9..13], 16));
        var downloaded = await Api.Download(upload.Id);
        Assert.Multiple(() =>
        {
            Assert.That(answer, Is.Status(201));
            Assert.That(answer.Header("Content-Type"), Is.EqualTo("application/json"));
            Assert.That(answer.Header("ETag"), Is.EqualTo("\"v1\""));
            Assert.That(answer.Header("Location"), Is.EqualTo($"../../images/{upload.Id}"));
            Assert.That((image.Id, image.FileName, image.ContentType, image.Size), Is.EqualTo((upload.Id, "large.png", "image/png", (long)bytes.Length)));
            Assert.That((image.Width, image.Height, image.Owner, image.Version), Is.EqualTo((640, 480, "user-17", 1)));
            Assert.That(image.Sha256, Is.EqualTo((string)description["sha256"]!));
            Assert.That(JsonNode.DeepEquals(answer.Json["metadata"], description["metadata"]));
            Assert.That(DateTimeOffset.Parse(image.CreatedAt, CultureInfo.InvariantCulture), Is.EqualTo(created));
            Assert.That(image.UpdatedAt, Is.EqualTo(image.CreatedAt));
            Assert.That(downloaded.Bytes, Is.EqualTo(bytes));
            Assert.That(downloaded.Header("Content-Type"), Is.EqualTo("image/png"));
            Assert.That(downloaded.Header("ETag"), Is.EqualTo($"\"{image.Sha256}\""));
        });
        Assert.That((await Api.Get(upload.Id)).Text, Is.EqualTo(answer.Text));
    }

    [TestCase("")]
    [TestCase("/")]
    public async Task The_location_leads_to_the_image(string slash)
    {
        var upload = await LargeUpload.Put(Api, SampleImages.Png());

        var answer = await Api.Send(new RestRequest($"uploads/{upload.Id}/complete{slash}", Method.Post));
        var location = new Uri(new Uri($"{Api.BaseUrl}/uploads/{upload.Id}/complete{slash}"), answer.Header("Location"));
        var followed = await Api.Send(new RestRequest(location));

        Assert.That(answer, Is.Status(201));
        Assert.That(followed.Text, Is.EqualTo(answer.Text));
    }

    [Test]
    public async Task An_image_is_listed_once_it_is_complete()
    {
        var owner = $"owner-{Guid.NewGuid()}";
        var upload = await LargeUpload.Put(Api, SampleImages.Png(), owner: owner);

        var before = await Api.ListIds(("owner", owner));
        await Api.CompleteUpload(upload.Id);

        Assert.That(before, Is.Empty);
        await Eventually.That(() => Api.ListIds(("owner", owner)), Is.EqualTo([upload.Id]));
    }

    [TestCaseSource(typeof(SampleImages), nameof(SampleImages.All))]
    public async Task Each_supported_format_is_recognized(SampleImage sample)
    {
        var upload = await LargeUpload.Put(Api, sample.Bytes, sample.ContentType);

        var answer = await Api.CompleteUpload(upload.Id);

        Assert.That(answer, Is.Status(201));
        Assert.That((answer.Image.ContentType, answer.Image.Width, answer.Image.Height), Is.EqualTo((sample.ContentType, sample.Width, sample.Height)));
    }

    [TestCase(MiB)]
    [TestCase(MiB + 1)]
    [TestCase(20 * MiB)]
    public async Task An_image_may_be_larger_than_a_request(int size)
    {
        var bytes = SampleImages.OfSize(size);
        var upload = await LargeUpload.Put(Api, bytes);

        var answer = await Api.CompleteUpload(upload.Id);

        Assert.That(answer, Is.Status(201));
        Assert.That(answer.Image.Size, Is.EqualTo(size));
        Assert.That((answer.Image.Width, answer.Image.Height), Is.EqualTo((1, 1)));
    }

    [TestCase((3 * MiB) - 26, Description = "At the end of the file.")]
    [TestCase(MiB + 7)]
    [TestCase(MiB - 5, Description = "Across the end of what is read first.")]
    public async Task Dimensions_may_lie_anywhere(int directory)
    {
        var upload = await LargeUpload.Put(Api, LargeUpload.Tiff(3 * MiB, directory), "image/tiff");

        var answer = await Api.CompleteUpload(upload.Id);

        Assert.That(answer, Is.Status(201));
        Assert.That((answer.Image.ContentType, answer.Image.Width, answer.Image.Height), Is.EqualTo(("image/tiff", 3, 5)));
    }

    [TestCase((3 * MiB) - 25, Description = "The last byte is missing.")]
    [TestCase(3 * MiB)]
    [TestCase(int.MaxValue)]
    public async Task Dimensions_that_lie_behind_the_end_are_corrupt(int directory)
    {
        var upload = await LargeUpload.Put(Api, LargeUpload.Tiff(3 * MiB, directory), "image/tiff");

        var answer = await Api.CompleteUpload(upload.Id);

        Assert.That(answer, Is.Problem(422, "corrupt-image"));
        Assert.That(await Api.Get(upload.Id), Is.Problem(404, "image-not-found"));
    }

    [Test]
    public async Task Without_the_bytes_an_upload_is_incomplete_until_they_come()
    {
        var bytes = SampleImages.Png();
        var upload = await LargeUpload.Create(Api, bytes);

        var early = await Api.CompleteUpload(upload.Id);
        await PresignedPut.Send(upload, bytes);
        var late = await Api.CompleteUpload(upload.Id);

        Assert.That(early, Is.Problem(409, "upload-incomplete"));
        Assert.That(late, Is.Status(201));
    }

    [Test]
    public async Task Completed_twice_it_is_the_same_image()
    {
        var upload = await LargeUpload.Put(Api, SampleImages.Png());

        var first = await Api.CompleteUpload(upload.Id);
        var second = await Api.CompleteUpload(upload.Id);

        Assert.That(first, Is.Status(201));
        Assert.That(second, Is.Status(200));
        Assert.That(second.Text, Is.EqualTo(first.Text));
        Assert.That(second.Header("ETag"), Is.EqualTo("\"v1\""));
        Assert.That(second.Header("Location"), Is.Null);
    }

    [Test]
    public async Task Of_fifty_at_once_one_makes_the_image_and_all_answer_it()
    {
        var owner = $"owner-{Guid.NewGuid()}";
        var upload = await LargeUpload.Put(Api, SampleImages.Png(), owner: owner);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Api.CompleteUpload(upload.Id)));

        Assert.That(answers, Has.Exactly(1).Matches(Is.Status(201)));
        Assert.That(answers, Has.Exactly(49).Matches(Is.Status(200)));
        Assert.That(answers.Select(answer => answer.Text).Distinct(), Has.Exactly(1).Items);
        await Eventually.That(() => Api.ListIds(("owner", owner)), Is.EqualTo([upload.Id]));
    }

    [Test]
    public async Task An_image_that_was_deleted_does_not_come_back()
    {
        var bytes = SampleImages.Png();
        var upload = await LargeUpload.Put(Api, bytes);
        await Api.CompleteUpload(upload.Id);
        await Api.Delete(upload.Id);

        var again = await Api.CompleteUpload(upload.Id);
        await PresignedPut.Send(upload, bytes);
        var withBytes = await Api.CompleteUpload(upload.Id);

        Assert.That(again, Is.Problem(404, "image-not-found"));
        Assert.That(withBytes, Is.Problem(404, "image-not-found"));
        Assert.That(await Api.Get(upload.Id), Is.Problem(404, "image-not-found"));
    }

    [Test]
    public async Task Whoever_deletes_meanwhile_no_item_is_left_without_its_object()
    {
        await using var cloud = await Embedded.StartAsync();
        foreach (var round in Enumerable.Range(0, 30))
        {
            var upload = await LargeUpload.Put(cloud.Api, SampleImages.Png());

            var completed = Enumerable.Range(0, 4).Select(_ => cloud.Api.CompleteUpload(upload.Id)).ToList();
            var deleted = Enumerable.Range(0, 4).Select(_ => cloud.Api.Delete(upload.Id)).ToList();
            var answers = await Task.WhenAll(completed);

            Assert.That(answers, Has.Exactly(1).Matches(Is.Status(201)));
            Assert.That(answers.Select(answer => answer.Status), Is.All.AnyOf(200, 201, 404, 409), $"in round {round}");
            Assert.That(await Task.WhenAll(deleted), Has.All.Matches(Is.Status(204).Or.Matches(Is.Status(404))));
        }

        Assert.That(await cloud.Stored.ItemsWithoutObject(), Is.Empty);
    }

    [Test]
    public async Task A_completion_that_was_under_way_during_a_deletion_brings_nothing_back()
    {
        await using var cloud = await Embedded.StartAsync();
        var upload = await LargeUpload.Put(cloud.Api, SampleImages.Png());
        var hold = new AwsFault.Hold();
        cloud.Calls.Inject("TransactWriteItems", hold, times: 1);

        var slow = cloud.Api.CompleteUpload(upload.Id);
        await hold.Reached;
        var quick = await cloud.Api.CompleteUpload(upload.Id);
        var deleted = await cloud.Api.Delete(upload.Id);
        hold.Release();

        Assert.That(quick, Is.Status(201));
        Assert.That(deleted, Is.Status(204));
        Assert.That(await slow, Is.Problem(404, "image-not-found"));
        Assert.That(await cloud.Stored.ItemIds(), Is.Empty);
    }

    [Test]
    public async Task An_upload_that_never_was_is_not_found()
    {
        var answer = await Api.CompleteUpload(Guid.CreateVersion7().ToString());

        Assert.That(answer, Is.Problem(404, "upload-not-found"));
    }

    [TestCase("00000000-0000-0000-0000-000000000000")]
    [TestCase("ffffffff-ffff-ffff-ffff-ffffffffffff", Description = "Its time is none that .NET knows.")]
    [TestCase("f47ac10b-58cc-4372-a567-0e02b2c3d479")]
    public async Task Any_UUID_may_be_asked_for(string id)
    {
        var answer = await Api.CompleteUpload(id);

        Assert.That(answer, Is.Problem(404, "upload-not-found"));
    }

    [Test]
    public async Task An_image_is_no_upload()
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var answer = await Api.CompleteUpload(image.Id);

        Assert.That(answer, Is.Problem(404, "upload-not-found"));
    }

    [Test]
    public async Task After_twelve_hours_an_upload_is_over_and_nobody_is_asked()
    {
        var time = new ManualTime();
        await using var cloud = await Embedded.StartAsync(apiOptions: new ImageApiOptions { Time = time });
        var bytes = SampleImages.Png();
        var first = await LargeUpload.Put(cloud.Api, bytes);
        var second = await LargeUpload.Put(cloud.Api, bytes);

        time.Advance(TimeSpan.FromHours(12));
        var inTime = await cloud.Api.CompleteUpload(first.Id);
        time.Advance(TimeSpan.FromMilliseconds(1));
        var before = cloud.Calls.Counts();
        var late = await Task.WhenAll(cloud.Api.CompleteUpload(first.Id), cloud.Api.CompleteUpload(second.Id));

        Assert.That(inTime, Is.Status(201));
        Assert.That(late, Has.All.Matches(Is.Problem(404, "upload-not-found")));
        Assert.That(cloud.Calls.Counts(), Is.EquivalentTo(before));
        Assert.That(await cloud.Api.Get(first.Id), Is.Status(200));
    }

    [TestCaseSource(typeof(BadIds))]
    public async Task An_id_that_is_none_is_refused(string id)
    {
        var answer = await Api.CompleteUpload(id);

        Assert.That(answer, Is.Problem(400, "invalid-image-id"));
    }

    [Test]
    public async Task A_parameter_is_refused()
    {
        var upload = await LargeUpload.Put(Api, SampleImages.Png());

        var answer = await Api.Send(new RestRequest($"uploads/{upload.Id}/complete?force=true", Method.Post));

        Assert.That(answer, Is.Problem(400, "invalid-parameter"));
        Assert.That(await Api.Get(upload.Id), Is.Status(404));
    }

    [Test]
    public async Task A_body_is_not_looked_at()
    {
        var upload = await LargeUpload.Put(Api, SampleImages.Png());

        var answer = await Api.Send(new RestRequest($"uploads/{upload.Id}/complete", Method.Post).AddBody("{", ContentType.Json));

        Assert.That(answer, Is.Status(201));
    }

    [TestCase("just text")]
    [TestCase("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [TestCase("<!doctype html><script>alert(1)</script>")]
    public async Task Bytes_that_are_no_supported_image_are_refused(string text)
    {
        var upload = await LargeUpload.Put(Api, Encoding.UTF8.GetBytes(text));

        var answer = await Api.CompleteUpload(upload.Id);

        Assert.That(answer, Is.Problem(415, "unsupported-image"));
        Assert.That(await Api.Get(upload.Id), Is.Problem(404, "image-not-found"));
    }

    [Test]
    public async Task Bytes_of_another_type_than_the_declared_one_are_refused(
        [ValueSource(typeof(SampleImages), nameof(SampleImages.ContentTypes))] string actual)
    {
        var declared = actual == "image/png" ? "image/jpeg" : "image/png";
        var upload = await LargeUpload.Put(Api, SampleImages.Unique(actual), declared);

        var answer = await Api.CompleteUpload(upload.Id);

        Assert.That(answer, Is.Problem(415, "content-type-mismatch"));
        Assert.That((string)answer.Json["detail"]!, Does.Contain(actual).And.Contain(declared));
        Assert.That(await Api.Get(upload.Id), Is.Problem(404, "image-not-found"));
    }

    [Test]
    public async Task An_image_without_readable_dimensions_is_corrupt(
        [ValueSource(typeof(SampleImages), nameof(SampleImages.ContentTypes))] string contentType)
    {
        var upload = await LargeUpload.Put(Api, SampleImages.Unique(contentType)[..(contentType == "image/gif" ? 8 : 16)], contentType);

        var answer = await Api.CompleteUpload(upload.Id);

        Assert.That(answer, Is.Problem(422, "corrupt-image"));
        Assert.That(await Api.Get(upload.Id), Is.Problem(404, "image-not-found"));
    }

    [TestCase(0)]
    [TestCase(999)]
    [TestCase(1001)]
    public async Task An_object_of_another_size_is_not_what_was_declared(int size)
    {
        await using var cloud = await Embedded.StartAsync();
        var upload = await LargeUpload.Create(cloud.Api, SampleImages.OfSize(1000));
        await cloud.Stored.PutObject(upload.Id, size == 0 ? [] : SampleImages.OfSize(size));

        var answer = await cloud.Api.CompleteUpload(upload.Id);

        Assert.That(answer, Is.Problem(422, "corrupt-image"));
        Assert.That((string)answer.Json["detail"]!, Does.Contain($"{size} bytes").And.Contain("1000"));
        Assert.That(await cloud.Stored.ItemIds(), Is.Empty);
    }
}

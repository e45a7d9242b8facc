using System.Text;
using RestSharp;

namespace ImageService.E2E.Contract.Examples;

/// <summary>
/// Makes what the examples are about. All of them use one id, in place of that of the image, or the upload, that is made for each. The bytes are always
/// the same, so their ETag is constant, and <c>"v1"</c> is that of every new image.
/// </summary>
internal sealed class ExampleData(ApiClient api, IReadOnlyList<Example> examples)
{
    private const string Id = "019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44";

    /// <summary>Sends an example, once there is what it is about.</summary>
    public async Task<Answer> Send(Example example)
    {
        var id = example.Path switch
        {
            "/uploads/{id}/complete" => await StartUpload(withBytes: example.Name != "incomplete"),
            _ => (await Uploaded()).Image.Id,
        };
        return await api.Send(RequestOf(example, id));
    }

    private Task<Answer> Uploaded() => api.Send(RequestOf(Of("uploadImage", "json"), Id));

    private async Task<string> StartUpload(bool withBytes)
    {
        var upload = (await api.Send(RequestOf(Of("createUpload", "photo"), Id))).Upload;
        if (withBytes)
            Assert.That(await PresignedPut.Send(upload, Of("uploadImage", "bytes").Body!.Bytes), Is.Status(200));
        return upload.Id;
    }

    private Example Of(string operation, string name) => examples.Single(example => example.Operation == operation && example.Name == name);

    private static RestRequest RequestOf(Example example, string id)
    {
        var values = example.Parameters.Select(parameter => parameter with { Value = parameter.Value.Replace(Id, id, StringComparison.Ordinal) }).ToList();
        var path = values.Where(value => value.In == "path")
            .Aggregate(example.Path, (path, value) => path.Replace($"{{{value.Name}}}", value.Value, StringComparison.Ordinal));
        var request = new RestRequest(path[1..], Enum.Parse<Method>(example.Method, ignoreCase: true));
        foreach (var (_, name, value) in values.Where(value => value.In == "query"))
            request.AddQueryParameter(name, value);
        foreach (var (_, name, value) in values.Where(value => value.In == "header"))
            request.AddHeader(name, value);
        if (example.Answer?.IsJson == false)
            request.AddHeader("Accept", "image/*");
        return example.Body switch
        {
            null => request,
            { IsJson: true } body => request.AddBody(Encoding.UTF8.GetString(body.Bytes).Replace(Id, id, StringComparison.Ordinal), (ContentType)body.ContentType),
            var body => request.AddBody(body.Bytes, (ContentType)body.ContentType),
        };
    }
}

using System.Text;

namespace ImageService.E2E.Operations;

/// <summary>The file name in a Content-Disposition, of the request and of a part of a form.</summary>
public sealed class UploadNameTests
{
    private static readonly (string Parameters, string Name)[] Everywhere =
    [
        ("filename=plain.png", "plain.png"),
        ("FileName=\"plain.png\";", "plain.png"),
        ("filename=with space.png", "with space.png"),
        ("filename=\"a.png\"; filename=\"b.png\"", "a.png"),
        // Parameters that cannot be parsed take no other with them.
        ("filename*=utf-8''IMG%20(1).png", "IMG (1).png"),
        ("size=\"12\";filename=\"a.png\"", "a.png"),
        ("filename=a.png ; size=12", "a.png"),
        ("filename=\"a.png\"; filename*", "a.png"),
        ("filename=a.png; filename*; size", "a.png"),
        ("filename*; filename=a.png", "a.png"),
        ("filename*=; filename=a.png", "a.png"),
        ("size=(12); filename=\"a.png\"", "a.png"),
        ("filename=\"a.png\"; size=(12)", "a.png"),
        ("filename=\"unclosed.png; size=12", "unclosed.png"),
        ("size=\"12; filename=\"a.png\"", "a.png"),
        ("size=12;filename=a.png;", "a.png"),
        (";;; = ; filename=a.png", "a.png"),
        .. new[] { "name", "filename", "size", "creation-date", "modification-date", "read-date" }.Select(name => ($"filename=a.png; {name}", "a.png")),
        ("filename=a.png; FileName", "a.png"),
        // Semicolons and quotes in a name.
        ("filename=\"a;b.png\"", "a;b.png"),
        ("filename=\"a; size=1.png\"; size=12", "a; size=1.png"),
        ("filename=a;b.png", "a;b.png"),
        ("filename=a;=b.png", "a;=b.png"),
        ("filename=a;b c=d.png", "a;b c=d.png"),
        ("filename=a; b.png; size=12", "a; b.png"),
        ("filename=\"a; b.png", "a; b.png"),
        ("filename=\"say \\\"cheese\\\".png\"", "say \"cheese\".png"),
        ("filename=\"say \"cheese\".png\"", "say \"cheese\".png"),
        ("filename=\"say \"a;b\".png\"", "say \"a;b\".png"),
        ("filename=\"a b=\"c;d\".png\"", "a b=\"c;d\".png"),
        ("filename=a\"b\"", "a\"b\""),
        ("filename = \"a;b.png\" ; size=12", "a;b.png"),
        ("filename=\t\"a; size=1.png\"\t; size=12", "a; size=1.png"),
        ("size=\"12; filename=\"a;b.png\"", "a;b.png"),
        ("filename=\"a.png; x=\"1\"", "a.png"),
        // Paths.
        (@"filename=""C:\Users\anna\photo.png""", "photo.png"),
        (@"filename=C:\Users\anna\photo.png", "photo.png"),
        (@"filename=""C:\\Users\\anna\\photo.png""", "photo.png"),
        ("filename=\"/home/anna/photo.png\"", "photo.png"),
        ("filename*=UTF-8''..%2F..%5Cphoto.png", "photo.png"),
        // The extended form wins where it is good.
        ("filename=a.png; filename*=UTF-8''na%C3%AFve%20%F0%9F%8C%85.png", "naïve 🌅.png"),
        ("filename*=iso-8859-1'en'%A3%20rates.png; filename=a.png", "£ rates.png"),
        ("filename*=latin1''%E9.png; filename=a.png", "é.png"),
        ("filename*=US-ASCII''a%20b.png; filename=c.png", "a b.png"),
        ("filename*=utf8''a%20b.png; filename=c.png", "a b.png"),
        ("filename*=us-ascii''%C3%A4.png; filename=a.png", "a.png"),
        ("filename*=\"UTF-8''a%20b.png\"", "a b.png"),
        ("filename*=UTF-8''100%.png", "100%.png"),
        ("filename*=UTF-8''%Z5%5Z%5", "%Z5%5Z%5"),
        ("filename*=UTF-8''it's.png", "it's.png"),
        ("filename*=UTF-8''%FF.png; filename=a.png", "a.png"),
        ("filename*=utf-7''b.png; filename=a.png", "a.png"),
        ("filename*=b.png; filename=a.png", "a.png"),
        ("filename*=UTF-8''%2F; filename=a.png", "a.png"),
        // Encoded words of mail.
        ("filename=\"=?utf-8?B?5pel?= =?utf-8?B?5pys?=\"", "日本"),
        ("filename=\"=?UTF-8?Q?Stra=C3=9Fe_1.png?=\"", "Straße 1.png"),
        ("filename=\"=?ISO-8859-1?Q?=E9.png?=\"", "é.png"),
        ("filename=\"=?utf-8?b?5pel?=\"", "日"),
        ("filename=\"=?utf-8?Q?a=5?=\"", "a=5"),
        ("filename=\"=?utf-8?Q?=E6=97?= =?utf-8?Q?=A5.png?=\"", "日.png"),
    ];

    private static readonly string[] NoName =
    [
        "", "filename=\"\"", "filename=", "filename*=", "filename", "filename*", @"filename=""C:\photos\""", @"filename=""C:\photos\", "filename=/", "filename*=utf-7''a.png",
        "filename*=unheard-of''a.png", "filename=\"=?utf-7?B?5pel?=\"", "filename=\"=?utf-8?B?5?=\"", "filename=\"=?utf-8?Q?=FF?=\"", ";;;",
    ];

    [Test]
    public async Task The_name_of_a_request_is_read([ValueSource(nameof(Everywhere))] (string Parameters, string Name) given)
    {
        var answer = await PlainHttp.Upload(SampleImages.Png(), ("Content-Disposition", $"attachment; {given.Parameters}"));

        Assert.That(answer, Is.Status(201));
        Assert.That(answer.Image.FileName, Is.EqualTo(given.Name));
    }

    [Test]
    public async Task The_name_of_a_part_is_read([ValueSource(nameof(Everywhere))] (string Parameters, string Name) given)
    {
        var answer = await SendPart($"form-data; name=\"file\"; {given.Parameters}");

        Assert.That(answer, Is.Status(201));
        Assert.That(answer.Image.FileName, Is.EqualTo(given.Name));
    }

    [Test]
    public async Task Without_a_name_the_image_is_named_after_its_id([ValueSource(nameof(NoName))] string parameters)
    {
        var ofRequest = await PlainHttp.Upload(SampleImages.Png(), ("Content-Disposition", $"attachment; {parameters}"));
        var ofPart = await SendPart($"form-data; name=\"file\"; {parameters}");

        Assert.That(new[] { ofRequest, ofPart }, Has.All.Matches(Is.Status(201)));
        Assert.That(ofRequest.Image.FileName, Is.EqualTo($"{ofRequest.Image.Id}.png"));
        Assert.That(ofPart.Image.FileName, Is.EqualTo($"{ofPart.Image.Id}.png"));
    }

    [TestCase("日本語 🌅.png")]
    [TestCase("Straße;1.png")]
    [TestCase("Āā.png")]
    public async Task A_name_may_come_in_UTF_8_as_it_is(string name)
    {
        var ofRequest = await PlainHttp.Upload(SampleImages.Png(), ("Content-Disposition", $"attachment; filename=\"{name}\""));
        var ofPart = await SendPart($"form-data; name=\"file\"; filename=\"{name}\"");

        Assert.That(ofRequest.Image.FileName, Is.EqualTo(name));
        Assert.That(ofPart.Image.FileName, Is.EqualTo(name));
    }

    [TestCase("a%22b.png", "a\"b.png")]
    [TestCase("a%0D%0Ab.png", "a%0D%0Ab.png")]
    [TestCase("100%25.png", "100%25.png")]
    public async Task In_a_form_a_quote_is_escaped_as_browsers_do(string sent, string name)
    {
        var ofPart = await SendPart($"form-data; name=\"file\"; filename=\"{sent}\"");
        var ofRequest = await PlainHttp.Upload(SampleImages.Png(), ("Content-Disposition", $"attachment; filename=\"{sent}\""));

        Assert.That(ofPart.Image.FileName, Is.EqualTo(name));
        Assert.That(ofRequest.Image.FileName, Is.EqualTo(sent));
    }

    [Test]
    public async Task The_name_in_the_query_comes_first()
    {
        var answer = await PlainHttp.Send(HttpMethod.Post, "images?fileName=query.png", SampleImages.Png(), ("Content-Disposition", "inline; filename=header.png"));

        Assert.That(answer.Image.FileName, Is.EqualTo("query.png"));
    }

    [Test]
    public async Task An_empty_name_in_the_query_is_an_absent_one()
    {
        var answer = await PlainHttp.Send(HttpMethod.Post, "images?fileName=&owner=", SampleImages.Png(), ("Content-Disposition", "inline; filename=header.png"));

        Assert.That(answer, Is.Status(201));
        Assert.That((answer.Image.FileName, answer.Image.Owner), Is.EqualTo(("header.png", (string?)null)));
    }

    [Test]
    public async Task A_header_without_its_type_is_read_too()
    {
        var answer = await PlainHttp.Upload(SampleImages.Png(), ("Content-Disposition", "filename=a.png"));

        Assert.That(answer.Image.FileName, Is.EqualTo("a.png"));
    }

    [Test]
    public async Task A_name_that_is_not_UTF_8_is_refused()
    {
        byte[] body = [.. "--frontier\r\nContent-Disposition: form-data; name=file; filename=\"Stra"u8, 0xDF, .. "e.png\"\r\n\r\n"u8, .. SampleImages.Png(), .. "\r\n--frontier--\r\n"u8];

        var answer = await PlainHttp.UploadForm(body);

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Is.EqualTo(["fileName"]));
    }

    [TestCase("filename=\"{0}\"")]
    [TestCase("filename*=utf-8''{0}")]
    public async Task A_name_that_is_too_long_is_refused(string parameter)
    {
        var answer = await PlainHttp.Upload(SampleImages.Png(), ("Content-Disposition", "inline; " + parameter.Replace("{0}", new string('a', 256), StringComparison.Ordinal)));

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Is.EqualTo(["fileName"]));
    }

    private static Task<Answer> SendPart(string disposition) => PlainHttp.UploadForm(
        [.. Encoding.UTF8.GetBytes($"--frontier\r\nContent-Disposition: {disposition}\r\n\r\n"), .. SampleImages.Png(), .. "\r\n--frontier--\r\n"u8]);
}

using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace ImageService.E2E.Hostile;

/// <summary>Bodies that are wrong, too deep, too large, or two things at once.</summary>
internal static class HostileBodies
{
    /// <summary>Makes one.</summary>
    public static byte[] Next(Random random) => random.Next(12) switch
    {
        0 => Json(random),
        1 => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"metadata\":", random.Next(1, 5000)))),
        2 => Encoding.UTF8.GetBytes($"{{\"fileName\":\"a.png\",\"content\":\"{new string('A', random.Next(100_000))}"),
        3 => Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("1", random.Next(10_000)))}]"),
        4 => Encoding.Unicode.GetBytes("{\"fileName\":\"a.png\"}"),
        5 => Form(random),
        6 => Broken(Form(random), random),
        7 => Polyglot(),
        8 => Broken([.. SampleImages.All[random.Next(SampleImages.All.Count)].Bytes], random),
        9 => Bomb(random.Next(1, 20_000_000)),
        10 => Enormous(random),
        _ => Noise(random),
    };

    private static byte[] Json(Random random)
    {
        string[] fields = ["fileName", "content", "contentType", "owner", "metadata", "size", "sha256", "ids", "fileName", "__proto__", "\\u0000"];
        string[] values =
        [
            "null", "true", "-0", "1e400", "\"\"", "[]", "{}", "\"\\ud800\"", "\"iVBORw0KGgo=\"", "\"data:image/png;base64,\"", "{\"tags\":[\"\\n\"]}", "{\"attributes\":{\"\":\"\"}}", "[\"\",\"\"]",
            $"\"{HostileTexts.Any[random.Next(HostileTexts.Any.Length)].Replace("\"", "", StringComparison.Ordinal)}\"",
        ];
        var members = Enumerable.Range(0, random.Next(8)).Select(_ => $"\"{fields[random.Next(fields.Length)]}\":{values[random.Next(values.Length)]}");
        return Encoding.UTF8.GetBytes($"{{{string.Join(',', members)}}}");
    }

    private static byte[] Form(Random random)
    {
        var body = new StringBuilder();
        foreach (var _ in Enumerable.Range(0, random.Next(1, 6)))
        {
            var name = HostileTexts.Any[random.Next(HostileTexts.Any.Length)];
            body.Append(CultureInfo.InvariantCulture, $"--frontier\r\nContent-Disposition: form-data; name=\"{(random.Next(2) == 0 ? "file" : name)}\"; filename=\"{name}\"\r\n\r\n{name}\r\n");
        }

        return Encoding.UTF8.GetBytes($"{body}--frontier--\r\n");
    }

    private static byte[] Broken(byte[] body, Random random)
    {
        foreach (var _ in Enumerable.Range(0, random.Next(1, 20)))
            body[random.Next(body.Length)] = (byte)random.Next(256);
        return body[..random.Next(1, body.Length + 1)];
    }

    /// <summary>A GIF that is a script as well, and a ZIP at its end.</summary>
    private static byte[] Polyglot() => [.. "GIF89a/*"u8, .. SampleImages.Gif()[8..], .. "*/=1;alert(1)//<script>alert(1)</script>"u8, 0x50, 0x4B, 5, 6, .. new byte[18]];

    /// <summary>Much that becomes little by gzip.</summary>
    private static byte[] Bomb(int length)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(new byte[length]);
        return packed.ToArray();
    }

    /// <summary>A PNG whose header claims what no memory holds.</summary>
    private static byte[] Enormous(Random random)
    {
        var png = SampleImages.Png();
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), random.Next(1, int.MaxValue));
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), random.Next(1, int.MaxValue));
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc32.HashToUInt32(png.AsSpan(12, 17)));
        return png;
    }

    private static byte[] Noise(Random random)
    {
        var noise = new byte[random.Next(3000)];
        random.NextBytes(noise);
        return noise;
    }
}

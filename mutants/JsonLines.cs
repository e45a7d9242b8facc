using System.Text.Json;

namespace ImageService.Mutants;

/// <summary>Files with a value on each line: what has been written stays, whenever the program ends.</summary>
internal static class JsonLines
{
    public static List<T> Read<T>(string path) => File.Exists(path) ? [.. File.ReadLines(path).Select(line => JsonSerializer.Deserialize<T>(line)!)] : [];

    public static void Write<T>(string path, IEnumerable<T> values)
    {
        // Under another name first, so that a file that is there is whole.
        File.WriteAllLines($"{path}.new", values.Select(value => JsonSerializer.Serialize(value)));
        File.Move($"{path}.new", path, overwrite: true);
    }

    public static void Append<T>(string path, T value) => File.AppendAllLines(path, [JsonSerializer.Serialize(value)]);
}

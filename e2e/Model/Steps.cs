using FsCheck;
using FsCheck.Fluent;

namespace ImageService.E2E.Model;

/// <summary>Makes random sequences of steps, and makes one that failed shorter.</summary>
internal static class Steps
{
    private const int Clients = 3;

    private static readonly Gen<int> Client = Gen.Choose(0, Clients - 1);

    /// <summary>Few images, so that steps meet.</summary>
    private static readonly Gen<int> Image = Gen.Choose(0, 5);

    private static readonly Gen<bool> Flag = Gen.Elements(true, false);

    private static readonly Gen<string> FileName = Gen.Elements("a.png", "A.PNG", "b.png", "ä.png", "日.png", "🌅.png", "a");

    private static readonly Gen<int?> Owner = Gen.Elements<int?>(null, 0, 1);

    private static readonly Gen<string?> Text = Gen.Elements(null, "", "Sunset", "\"<&>\" 日 🌅");

    private static readonly Gen<Change> Change = Gen.OneOf<Change>(
        Gen.Constant<Change>(new Change.Nothing()),
        FileName.Select(name => (Change)new Change.FileName(name)),
        Gen.Elements<Change>(new Change.FileName(null), new Change.FileName(""), new Change.Unknown(), new Change.NoMetadata()),
        Owner.Select(owner => (Change)new Change.Owner(owner)),
        Text.Select(text => (Change)new Change.Title(text)),
        from name in Gen.Elements("camera", "lens") from value in Text select (Change)new Change.Attribute(name, value));

    private static readonly Gen<Step> Any = Gen.Frequency(
        (3, from client in Client from name in FileName from owner in Owner select (Step)new Step.Upload(client, name, owner)),
        (3, from client in Client from image in Image from known in Flag from upper in Flag select (Step)new Step.Get(client, image, known, upper)),
        (1, from client in Client from image in Image select (Step)new Step.Download(client, image)),
        (1, from client in Client from image in Image select (Step)new Step.Variant(client, image)),
        (4, from client in Client from image in Image from change in Change from seen in Flag select (Step)new Step.Patch(client, image, change, seen)),
        (2, from client in Client from image in Image from seen in Flag select (Step)new Step.Delete(client, image, seen)),
        (2, from client in Client
            from owner in Owner
            from prefix in Gen.Elements(null, "", "a", "A", "ä", "日")
            from forward in Flag
            from limit in Gen.Choose(1, 4)
            select (Step)new Step.List(client, owner, owner is null ? prefix ?? "" : prefix, forward, limit)));

    /// <summary>Sequences of up to fifty steps; a failing one is shortened by halves, then step by step.</summary>
    public static Arbitrary<Step[]> Sequences { get; } = Arb.From(
        from length in Gen.Choose(1, 50) from steps in Any.ArrayOf(length) select steps, Shorter);

    private static IEnumerable<Step[]> Shorter(Step[] steps)
    {
        for (var length = steps.Length / 2; length > 0; length /= 2)
        {
            for (var start = 0; start + length <= steps.Length; start += length)
                yield return [.. steps[..start], .. steps[(start + length)..]];
        }
    }
}

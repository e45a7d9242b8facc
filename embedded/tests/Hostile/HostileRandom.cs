namespace EmbeddedAws.Tests.Hostile;

/// <summary>Choices of a generator.</summary>
internal static class HostileRandom
{
    /// <summary>One of these.</summary>
    public static T Pick<T>(this Random random, params IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <summary>Whether it is this one time of so many.</summary>
    public static bool Once(this Random random, int of) => random.Next(of) == 0;

    /// <summary>So many of something, at most.</summary>
    public static IReadOnlyList<T> UpTo<T>(this Random random, int most, Func<T> next) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => next())];

    /// <summary>Changes, cuts out and puts in some bytes, and now and then cuts off the end.</summary>
    public static byte[] Damage(this Random random, byte[] bytes)
    {
        var damaged = bytes.ToList();
        for (var i = random.Next(1, 6); i > 0 && damaged.Count > 0; i--)
        {
            var at = random.Next(damaged.Count);
            switch (random.Next(4))
            {
                case 0:
                    damaged[at] = (byte)random.Next(256);
                    break;
                case 1:
                    damaged.RemoveRange(at, random.Next(Math.Min(8, damaged.Count - at)));
                    break;
                case 2:
                    damaged.InsertRange(at, Enumerable.Repeat(damaged[at], random.Next(1, 40)));
                    break;
                default:
                    damaged.Insert(at, random.Pick("\0\"\\<>&{}[],:;%\r\n"u8.ToArray()));
                    break;
            }
        }

        return [.. random.Once(of: 4) ? damaged.Take(random.Next(damaged.Count + 1)) : damaged];
    }
}

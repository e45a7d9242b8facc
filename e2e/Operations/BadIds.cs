using System.Collections;

namespace ImageService.E2E.Operations;

/// <summary>What is not an id, as it is written in a path.</summary>
internal sealed class BadIds : IEnumerable<string>
{
    public IEnumerator<string> GetEnumerator()
    {
        yield return "1";
        yield return "not-a-uuid";
        yield return "019ab3c27d1e7c539d0a3f2b6c1e8a44";
        yield return "+19ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44";
        yield return "0x9ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44";
        yield return "{019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44}";
        yield return "019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a4";
        yield return "019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a444";
        yield return "019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a4g";
        yield return "%20019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44";
        yield return "..%2F..%2Fetc%2Fpasswd";
        yield return "%F0%9F%8C%85";
        yield return "%FF";
        yield return new string('a', 2000);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

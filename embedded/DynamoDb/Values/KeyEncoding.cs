using System.Text;

namespace EmbeddedAws.DynamoDb.Values;

/// <summary>
/// Turns strings, numbers and binaries into bytes that sort as DynamoDB sorts the values: strings by their UTF-8 bytes,
/// numbers by value, binaries by unsigned bytes.
/// </summary>
internal static class KeyEncoding
{
    private const byte Below = 0;
    private const byte Zero = 1;
    private const byte Above = 2;
    private const int MagnitudeBias = 130;

    /// <summary>Whether values of the type have an order at all.</summary>
    public static bool Orders(string type) => type is "S" or "N" or "B";

    public static byte[] Encode(AttributeValue value) => value switch
    {
        StringValue text => Encoding.UTF8.GetBytes(text.Text),
        BinaryValue binary => binary.Bytes,
        NumberValue number => Encode(number.Number),
        _ => throw new ArgumentException($"No key is of type {value.Type}.", nameof(value)),
    };

    /// <summary>How two values sort, or null where they are of different types or of one without order.</summary>
    public static int? Compare(AttributeValue left, AttributeValue right) =>
        left.Type == right.Type && Orders(left.Type) ? Encode(left).AsSpan().SequenceCompareTo(Encode(right)) : null;

    /// <summary>The first bytes after all that begin with a prefix, or null where nothing comes after them.</summary>
    public static byte[]? After(byte[] prefix)
    {
        var last = Array.FindLastIndex(prefix, part => part != byte.MaxValue);
        if (last < 0)
            return null;
        var after = prefix[..(last + 1)];
        after[last]++;
        return after;
    }

    /// <summary>
    /// The sign, the magnitude, then the digits. A negative number has all of it complemented, and an end that sorts high.
    /// </summary>
    private static byte[] Encode(Number number)
    {
        if (number.Digits.Length == 0)
            return [Zero];
        var magnitude = (byte)(number.Magnitude + MagnitudeBias);
        var digits = Encoding.ASCII.GetBytes(number.Digits);
        return number.Negative
            ? [Below, (byte)~magnitude, .. digits.Select(digit => (byte)~digit), byte.MaxValue]
            : [Above, magnitude, .. digits];
    }
}

using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using EmbeddedAws.DynamoDb.Errors;

namespace EmbeddedAws.DynamoDb.Values;

/// <summary>
/// An exact decimal number: up to 38 significant digits and a magnitude from 1E-130 to 9.9…E+125
/// (AWS: Constraints, data types, Number).
/// </summary>
internal readonly partial record struct Number
{
    private const int MostDigits = 38;
    private const int LargestMagnitude = 125;
    private const int SmallestMagnitude = -130;

    private Number(bool negative, string digits, int magnitude)
    {
        Negative = negative;
        Digits = digits;
        Magnitude = magnitude;
    }

    public bool Negative { get; }

    /// <summary>The significant digits, with no zero at either end; empty for zero.</summary>
    public string Digits { get; }

    /// <summary>The power of ten of the first digit.</summary>
    public int Magnitude { get; }

    /// <summary>One byte for every two digits and one more, and another for the sign of a negative number.</summary>
    public int Size => 1 + ((Digits.Length + 1) / 2) + (Negative ? 1 : 0);

    public static Number operator +(Number left, Number right) => Add(left, right, 1);

    public static Number operator -(Number left, Number right) => Add(left, right, -1);

    public static Number Of(int value) => Parse(value.ToString(CultureInfo.InvariantCulture));

    public static Number Parse(string text)
    {
        var match = Notation().Match(text);
        if (!match.Success)
            throw ValueErrors.NotANumber(text);
        var fraction = match.Groups["fraction"].Value;
        return Normalize(
            match.Groups["sign"].Value == "-",
            match.Groups["whole"].Value + fraction,
            Exponent(match.Groups["exponent"].Value) - fraction.Length);
    }

    /// <summary>Plain notation, as DynamoDB answers it: <c>-0.015</c>, <c>1200</c>.</summary>
    public override string ToString()
    {
        if (Digits.Length == 0)
            return "0";
        var sign = Negative ? "-" : "";
        if (Magnitude < 0)
            return $"{sign}0.{new string('0', -Magnitude - 1)}{Digits}";
        var whole = Magnitude + 1;
        return whole >= Digits.Length
            ? sign + Digits.PadRight(whole, '0')
            : $"{sign}{Digits[..whole]}.{Digits[whole..]}";
    }

    private static Number Add(Number left, Number right, int sign)
    {
        var exponent = Math.Min(left.LastMagnitude(), right.LastMagnitude());
        var sum = left.Scaled(exponent) + (sign * right.Scaled(exponent));
        return Normalize(sum.Sign < 0, BigInteger.Abs(sum).ToString(null, null), exponent);
    }

    private static Number Normalize(bool negative, string digits, long exponent)
    {
        var significant = digits.TrimEnd('0');
        exponent += digits.Length - significant.Length;
        significant = significant.TrimStart('0');
        if (significant.Length == 0)
            return new Number(negative: false, "", 0);
        if (significant.Length > MostDigits)
            throw ValueErrors.TooManyDigits();
        var magnitude = exponent + significant.Length - 1;
        if (magnitude > LargestMagnitude)
            throw ValueErrors.Overflow();
        if (magnitude < SmallestMagnitude)
            throw ValueErrors.Underflow();
        return new Number(negative, significant, (int)magnitude);
    }

    /// <summary>The exponent's value; one with too many digits for a long is only far out of range.</summary>
    private static long Exponent(string text)
    {
        if (text.Length == 0)
            return 0;
        return int.TryParse(text, null, out var exponent) ? exponent : text[0] == '-' ? int.MinValue : int.MaxValue;
    }

    [GeneratedRegex(
        @"\A(?<sign>[+-]?)(?=\.?[0-9])(?<whole>[0-9]*)(\.(?<fraction>[0-9]*))?([eE](?<exponent>[+-]?[0-9]+))?\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Notation();

    private int LastMagnitude() => Magnitude - Digits.Length + 1;

    private BigInteger Scaled(int exponent)
    {
        if (Digits.Length == 0)
            return BigInteger.Zero;
        var value = BigInteger.Parse(Digits, null) * BigInteger.Pow(10, LastMagnitude() - exponent);
        return Negative ? -value : value;
    }
}

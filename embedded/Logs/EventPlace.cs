using System.Globalization;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Logs;

/// <summary>The place of an event among all of its group, which the tokens of both readers hold.</summary>
/// <param name="Timestamp">The time of the event.</param>
/// <param name="Id">Its id, among those of the same time.</param>
internal readonly record struct EventPlace(long Timestamp, long Id)
{
    private const int Digits = 20;

    /// <summary>Reads a place from a token.</summary>
    /// <exception cref="AwsException">It is none that <see cref="ToString"/> has made.</exception>
    public static EventPlace Read(ControlRequest request, string text) =>
        text.Length == 2 * Digits && Number(text[..Digits]) is { } timestamp && Number(text[Digits..]) is { } id
            ? new EventPlace(timestamp, id)
            : throw request.Invalid("The specified nextToken is invalid.");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Timestamp:D20}{Id:D20}");

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

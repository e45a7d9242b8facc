using System.Globalization;

namespace ImageService.Handlers.Uploading;

/// <summary>The letters of a JSON string one by one, with escapes undone and without line breaks.</summary>
internal ref struct Base64Letters
{
    /// <summary>What an escape becomes that no base64 has.</summary>
    private const byte NoLetter = (byte)'?';

    private readonly ReadOnlySpan<byte> _text;
    private int _position;

    /// <summary>Reads a string whose escapes a JSON reader has found to be right.</summary>
    public Base64Letters(ReadOnlySpan<byte> text) => _text = text;

    public bool TryNext(out byte letter)
    {
        while (_position < _text.Length)
        {
            letter = _text[_position++];
            if (letter == '\\')
                letter = Unescape();
            if (letter is not ((byte)'\r' or (byte)'\n'))
                return true;
        }

        letter = NoLetter;
        return false;
    }

    private byte Unescape()
    {
        switch (_text[_position++])
        {
            case (byte)'n':
                return (byte)'\n';
            case (byte)'r':
                return (byte)'\r';
            case (byte)'/':
                return (byte)'/';
            case (byte)'u':
                var code = int.Parse(_text.Slice(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                _position += 4;
                return code < 0x80 ? (byte)code : NoLetter;
            default:
                return NoLetter;
        }
    }
}

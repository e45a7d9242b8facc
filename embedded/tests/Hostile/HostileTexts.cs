namespace EmbeddedAws.Tests.Hostile;

/// <summary>Texts that have broken parsers, file systems, terminals and logs.</summary>
internal static class HostileTexts
{
    /// <summary>For names, keys and values.</summary>
    public static readonly string[] Any =
    [
        "", " ", "a", "a b", "a+b", "\t", ".", "..", "../../etc/passwd", "a/../b", "./.", "/", "//", "a//b", @"..\..\win.ini", "CON", "a\0b", "a\u0001b", "a\nb", "a\r\nSet-Cookie: x=1", "\u001b[31mred", "\u007f", "\u0085", "\u00a0",
        "\u202egnp", "\u2066hidden\u2069", "zero\u200bwidth", "\ufeffbom", "e\u0301", "\u00e9", "\uff0e\uff0e\uff0f", "\ufffd", "\ufffe", "\uffff", "\U0010ffff", "🌅👩‍👩‍👧", "𝒜𝒷", "İıß",
        "日本語", "Ελληνικά", "кириллица", "עברית", "العربية", "हिन्दी", "ไทย", "አማርኛ", "한국어", "ꦗꦮ", "𓀀", "<Key>a</Key>", "]]>", "&amp;", "&#0;", "<!--", "'; DROP TABLE objects;--", "${jndi:ldap://localhost/a}", "%s%n%x", "%2e%2e%2f", "%00", "%",
        "+", "&", "=", "#", "?", ";", ",", "\"", "\"\"", "null", "true", "NaN", "-1", "0", "1", "1e999", "2147483648", "18446744073709551616", "0x10", "１２", "-0", "00000000000000000001", "10001", "STANDARD", "private", "COPY", "REPLACE", "CRC32", "SHA256",
        "gzip", "aws-chunked", "aws-chunked,gzip", "identity;q=0", "text/plain; charset=\"", "application/xml", new('a', 300), new('é', 500), new('/', 200), new('a', 1024), new('a', 1025), new('ü', 513), new('"', 100), new('[', 300),
    ];

    /// <summary>For conditions.</summary>
    public static readonly string[] ETags =
        ["*", "\"\"", "\"", "W/\"a\"", "\"a\",\"b\"", ",,,", "a", "\"5d41402abc4b2a76b9719d911017c592\"", "5d41402abc4b2a76b9719d911017c592", "\"5d41402abc4b2a76b9719d911017c592-2\"", new('"', 300), "*, *", "\"é\""];

    /// <summary>For ranges.</summary>
    public static readonly string[] Ranges =
    [
        "bytes=0-", "bytes=-0", "bytes=-1", "bytes=5-2", "bytes=0-0,2-2", "bytes=0-4", "bytes=4-4", "bytes=5-", "bytes=99999999999999999999-", "bytes=0-99999999999999999999", "bytes=-99999999999999999999", "bytes=9223372036854775807-9223372036854775807",
        "bytes=", "bytes", "items=1-2", "bytes=a-b", "bytes= 0 - 1", "BYTES=0-1", "bytes=0-1,", "bytes=--1", "bytes=１-２", "bytes=0-0" + new string(',', 200), "bytes=0--0", "bytes=+0-+1",
    ];

    /// <summary>For dates.</summary>
    public static readonly string[] Dates =
    [
        "Sat, 01 Jan 2000 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 01 Jan 0001 00:00:00 GMT", "Sat, 30 Feb 2026 00:00:00 GMT", "Sun, 01 Jan 2000 00:00:00 GMT", "2026-01-01T00:00:00Z", "20260101T000000Z", "Sat, 01 Jan 2000 00:00:00 +9999", "0", "-1", "yesterday", "Sat, 01 Jan 2000 24:00:60 GMT",
    ];
}

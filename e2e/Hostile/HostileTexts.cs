namespace ImageService.E2E.Hostile;

/// <summary>Texts that have broken parsers, file systems, terminals and logs.</summary>
internal static class HostileTexts
{
    /// <summary>For names, values and parameters.</summary>
    public static readonly string[] Any =
    [
        "", " ", "\t", ".", "..", "../../etc/passwd", @"..\..\windows\win.ini", "/", "//", "images/", "CON", "nul.png", "a\0b.png", "a\r\nSet-Cookie: x=1", "a\nb", "\u001b[31mred", "\u007f",
        "\u202egnp.exe", "\u2066hidden\u2069", "zero\u200bwidth", "\ufeffbom", "e\u0301", "\u00e9", "\uff0e\uff0e\uff0f", "\ud800", "\udc00\ud800", "\uffff", "\ufffd", "🌅👩‍👩‍👧", "𝒜𝒷", "İıß",
        "日本語.png", "Ελληνικά.png", "кириллица.png", "עברית.png", "العربية.png", "हिन्दी.png", "ไทย.png", "አማርኛ.png", "한국어.png", "ꦗꦮ.png", "𓀀.png",
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'; DROP TABLE images;--", "${jndi:ldap://localhost/a}", "{{7*7}}", "%s%n%x", "%2e%2e%2f", "%00", "%", "%zz", "%c0%af", "+", "&", "=", "#", "?", ";", ",",
        "null", "true", "NaN", "-1", "0", "1e999", "18446744073709551616", "0x10", "１２", "99999999999999999999", "2026-02-30T00:00:00Z", "0000-00-00T00:00:00Z", "9999-12-31T23:59:60+99:99",
        "\"v1\"", "W/\"v1\"", "\"v99999999999999999999\"", "*", "\"", "\"\"", "bytes=0-", "bytes=-0", "bytes=5-2", "bytes=0-0,2-2", "bytes=99999999999999999999-", "items=1-2",
        "gzip, gzip", "deflate", "br", "identity;q=0", "chunked", "image/*", "image/png; charset=\"", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a b\"; boundary=c", "application/json; charset=utf-16",
        "attachment; filename*=UTF-8''%", "form-data; name=\"file\"; filename=\"a.png\\", "form-data; filename=x; filename*=utf-8''%ff%fe", new('a', 300), new('é', 2000), new('"', 500), new('[', 2000),
    ];

    /// <summary>For the place of an id.</summary>
    public static readonly string[] Ids =
    [
        "..", ".", "%2e%2e", "..%2f..%2f", "%00", "delete", "variant", "undefined", "null", "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "{019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44}",
        "019ab3c27d1e7c539d0a3f2b6c1e8a44", "019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44%20", "019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a4４", "upload%23019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44", "key%23a", "collector%23position", "a/b/c", "%F0%9F%8C%85", "%ff%fe",
        "019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44/../../openapi.json",
    ];
}

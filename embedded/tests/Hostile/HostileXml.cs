using System.Security;
using System.Text;

namespace EmbeddedAws.Tests.Hostile;

/// <summary>Documents of S3 with wrong content, or that are not XML at all.</summary>
internal sealed class HostileXml(Random random)
{
    private const string Namespace = "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";

    /// <summary>Keys to delete.</summary>
    public byte[] Delete() => Document("Delete", Repeated(random.Once(of: 30) ? 1001 : random.Next(6), Object) + Extra("Quiet"));

    /// <summary>Parts to put together.</summary>
    public byte[] Complete(string etag) => Document("CompleteMultipartUpload", Repeated(random.Once(of: 30) ? 10_001 : random.Next(4), () => Part(etag)));

    /// <summary>Rules for pages.</summary>
    public byte[] Cors() => Document("CORSConfiguration", Repeated(random.Once(of: 30) ? 101 : random.Next(4), Rule));

    /// <summary>A place for a bucket.</summary>
    public byte[] Location() => Document("CreateBucketConfiguration", Extra("LocationConstraint", "Location", "Tags"));

    private string Object()
    {
        var keys = Repeated(random.Once(of: 8) ? random.Next(3) : 1, () => $"<Key>{Text()}</Key>");
        return $"<Object>{keys}{Extra("VersionId", "ETag", "Size")}</Object>";
    }

    private string Part(string etag)
    {
        var number = random.Pick("1", "1", "2", "0", "-1", "10001", "2147483648", "a", "", "1 ", "\u0661");
        var tag = random.Once(of: 3) ? Text() : SecurityElement.Escape(etag);
        return $"<Part><PartNumber>{number}</PartNumber><ETag>{tag}</ETag>{Extra("ChecksumSHA256", "ChecksumCRC32", "ETag")}</Part>";
    }

    private string Rule()
    {
        var origins = Repeated(random.Next(3), () => $"<AllowedOrigin>{random.Pick("*", "https://*.example.com", "**", "", Text())}</AllowedOrigin>");
        var methods = Repeated(random.Next(3), () => $"<AllowedMethod>{random.Pick("GET", "PUT", "get", "PATCH", Text())}</AllowedMethod>");
        return $"<CORSRule>{origins}{methods}{Extra("AllowedHeader", "MaxAgeSeconds", "ExposeHeader", "ID")}</CORSRule>";
    }

    private byte[] Document(string root, string content)
    {
        var document = $"<{root} {(random.Once(of: 5) ? $"xmlns:a=\"b\" a:c=\"{Text()}\"" : Namespace)}>{content}</{root}>";
        return random.Next(30) switch
        {
            0 => random.Damage(Encoding.UTF8.GetBytes(document)),
            1 => Encoding.Unicode.GetBytes($"\ufeff{document}"),
            2 => Encoding.UTF8.GetBytes($"\ufeff<?xml version=\"1.1\" encoding=\"{random.Pick("UTF-8", "utf-16", "ISO-8859-1", "UTF-7", "none")}\" standalone=\"yes\"?>{document}"),
            3 => Encoding.UTF8.GetBytes($"<!DOCTYPE a [<!ENTITY b \"{new string('c', 1000)}\"><!ENTITY d \"&b;&b;&b;\">]>{document.Replace("a", "&d;", StringComparison.Ordinal)}"),
            4 => Encoding.UTF8.GetBytes($"<!DOCTYPE a SYSTEM \"file:///etc/passwd\">{document}"),
            5 => Encoding.UTF8.GetBytes($"{Repeated(random.Next(1, 3000), () => $"<{root}>")}{document}"),
            6 => Encoding.UTF8.GetBytes($"<{root} {Repeated(random.Next(1, 2000), () => $"a{random.Next()}=\"b\" ")}>{content}</{root}>"),
            7 => Encoding.UTF8.GetBytes($"{document}{random.Pick("<a/>", "text", "<!-- -->", "<?a b?>", "\0")}"),
            8 => Encoding.UTF8.GetBytes($"<!--{Text()}--><{root}><![CDATA[{Text()}]]>{content}</{root}>"),
            9 => [],
            _ => Encoding.UTF8.GetBytes(document),
        };
    }

    /// <summary>Now and then an element of these, with anything in it.</summary>
    private string Extra(params string[] names)
    {
        if (!random.Once(of: 6))
            return "";
        var name = random.Pick(names);
        return $"<{name}>{random.Pick("true", "false", "1", "<a/>", Text())}</{(random.Once(of: 10) ? names[0] : name)}>";
    }

    /// <summary>As a client writes it, or as it is.</summary>
    private string Text() => random.Next(20) switch
    {
        0 => random.Pick(HostileTexts.Any),
        1 => $"&#x{random.Pick("0", "1", "1F", "D800", "FFFE", "10FFFF", "110000", "A")};",
        < 8 => random.Pick("hello", "a/b", " a ", "\u00fc", "\U0001f333"),
        _ => SecurityElement.Escape(random.Pick(HostileTexts.Any))!,
    };

    private static string Repeated(int count, Func<string> next) => string.Concat(Enumerable.Range(0, count).Select(_ => next()));
}

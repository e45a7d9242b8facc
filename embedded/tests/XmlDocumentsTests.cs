using System.Security.Cryptography;
using System.Text;
using EmbeddedAws.Tests.S3;
using Is = NUnit.Framework.Is;

namespace EmbeddedAws.Tests;

/// <summary>XML that clients send. It runs alone, since it measures what the whole process keeps.</summary>
[NonParallelizable]
public sealed class XmlDocumentsTests
{
    private const int Requests = 150;
    private const int NamesOfOne = 50;

    [TestCase("/{0}?tagging", "PUT", "http://s3.amazonaws.com/doc/2006-03-01/")]
    [TestCase("/v20180820/tags/arn:aws:s3:::{0}", "POST", "http://awss3control.amazonaws.com/doc/2018-08-20/")]
    public async Task The_names_in_a_document_go_with_it(string target, string method, string xmlNamespace)
    {
        var path = string.Format(null, target, await TestBucket.CreateAsync());
        await Wire.SendAsync("GET", path, null, HeadersOf(path, []));
        await SendAsync(method, path, xmlNamespace, first: 0, count: 20);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await SendAsync(method, path, xmlNamespace, first: 20, Requests);
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;

        Assert.That(kept, Is.LessThan(Requests * NamesOfOne * 1000), "The names have twice as many bytes.");
    }

    private static async Task SendAsync(string method, string path, string xmlNamespace, int first, int count)
    {
        for (var request = first; request < first + count; request++)
        {
            var names = string.Concat(Enumerable.Range(0, NamesOfOne).Select(number => $"<{new string('a', 1000)}-{request}-{number}/>"));
            var body = Encoding.UTF8.GetBytes($"<Tagging xmlns=\"{xmlNamespace}\">{names}</Tagging>");
            var answer = await Wire.SendAsync(method, path, body, HeadersOf(path, body));
            Assert.That(Encoding.UTF8.GetString(answer.Body), Does.Contain("MalformedXML").Or.Contain("Tags is required"));
        }
    }

    /// <summary>Those that requests for S3 Control have.</summary>
    private static (string Name, string Value)[] HeadersOf(string path, byte[] body) => path.StartsWith("/v20180820", StringComparison.Ordinal)
        ? [("x-amz-account-id", "000000000000"), ("x-amz-content-sha256", Convert.ToHexStringLower(SHA256.HashData(body)))]
        : [];
}

using System.Globalization;
using System.Text.RegularExpressions;
using ImageService.Handlers;

namespace ImageService.E2E.Lambda;

/// <summary>The settings of a function, from its environment.</summary>
public sealed class SettingsTests
{
    private readonly Dictionary<string, string> _environment = new()
    {
        ["BUCKET_NAME"] = "bucket",
        ["TABLE_NAME"] = "table",
        ["AWS_REGION"] = "eu-central-1",
    };

    [Test]
    public void Three_settings_are_enough()
    {
        var settings = Read();

        Assert.That(settings, Is.EqualTo(new Settings { BucketName = "bucket", TableName = "table", Region = "eu-central-1" }));
        Assert.That(settings.AwsEndpoint, Is.Null);
        Assert.That(settings.CorsOrigin, Is.EqualTo("*"));
        Assert.That(settings.ListShards, Is.EqualTo(1));
    }

    [TestCase("BUCKET_NAME")]
    [TestCase("TABLE_NAME")]
    [TestCase("AWS_REGION")]
    public void A_missing_or_empty_setting_is_named(string name)
    {
        _environment[name] = " ";
        var empty = Assert.Throws<InvalidOperationException>(() => Read());
        _environment.Remove(name);
        var missing = Assert.Throws<InvalidOperationException>(() => Read());

        Assert.That(missing!.Message, Is.EqualTo($"The function cannot start: {name} is missing."));
        Assert.That(empty!.Message, Is.EqualTo(missing.Message));
    }

    [Test]
    public void All_that_is_wrong_is_named_at_once()
    {
        _environment.Clear();
        _environment["AWS_ENDPOINT_URL"] = "localhost:4566";

        var failure = Assert.Throws<InvalidOperationException>(() => Read());

        Assert.That(failure!.Message, Is.EqualTo(
            "The function cannot start: " +
            "BUCKET_NAME is missing, TABLE_NAME is missing, AWS_REGION is missing, AWS_ENDPOINT_URL must be an http or https URL."));
    }

    [TestCase("AWS_ENDPOINT_URL")]
    [TestCase("LOCALSTACK_ENDPOINT")]
    [TestCase("S3_PUBLIC_ENDPOINT")]
    public void An_endpoint_is_taken_or_named_when_malformed(string name)
    {
        _environment[name] = "http://localhost:4566";
        var settings = Read();
        _environment[name] = "ftp://user:secret@localhost";
        var failure = Assert.Throws<InvalidOperationException>(() => Read());

        Assert.That(name == "S3_PUBLIC_ENDPOINT" ? settings.PublicS3Endpoint : settings.AwsEndpoint, Is.EqualTo(new Uri("http://localhost:4566")));
        Assert.That(failure!.Message, Does.Contain(name).And.Not.Contain("secret"));
    }

    [Test]
    public void The_endpoint_of_AWS_tools_goes_before_that_of_LocalStack()
    {
        _environment["LOCALSTACK_ENDPOINT"] = "http://localstack:4566";
        _environment["AWS_ENDPOINT_URL"] = "http://aws:4566";

        var settings = Read();

        Assert.That(settings.AwsEndpoint, Is.EqualTo(new Uri("http://aws:4566")));
    }

    [TestCase("https://example.com", "https://example.com")]
    [TestCase("", "*")]
    public void The_origin_of_CORS_is_taken(string value, string origin)
    {
        _environment["CORS_ORIGIN"] = value;

        var settings = Read();

        Assert.That(settings.CorsOrigin, Is.EqualTo(origin));
    }

    [TestCase("1", 1)]
    [TestCase("64", 64)]
    [TestCase("", 1)]
    public void The_number_of_shards_is_taken(string value, int shards)
    {
        _environment["LIST_SHARDS"] = value;

        var settings = Read();

        Assert.That(settings.ListShards, Is.EqualTo(shards));
    }

    [TestCase("0")]
    [TestCase("65")]
    [TestCase("-1")]
    [TestCase(" 2")]
    [TestCase("two")]
    public void Another_number_of_shards_is_named(string value)
    {
        _environment["LIST_SHARDS"] = value;

        var failure = Assert.Throws<InvalidOperationException>(() => Read());

        Assert.That(failure!.Message, Is.EqualTo("The function cannot start: LIST_SHARDS must be a whole number from 1 to 64."));
    }

    [Test]
    public void The_limits_of_variants_are_taken()
    {
        _environment["VARIANT_SIZES"] = "640 320, 320";
        _environment["VARIANT_MAX_PIXELS"] = "1000";
        _environment["VARIANT_MAX_BYTES"] = "2000";

        var settings = Read();

        Assert.That(settings.VariantSizes, Is.EqualTo([320, 640]));
        Assert.That((settings.VariantMaxPixels, settings.VariantMaxBytes), Is.EqualTo((1000, 2000)));
    }

    [TestCase("1")]
    [TestCase("16383")]
    public void One_size_of_variants_is_enough(string size)
    {
        _environment["VARIANT_SIZES"] = size;

        var settings = Read();

        Assert.That(settings.VariantSizes, Is.EqualTo([int.Parse(size, CultureInfo.InvariantCulture)]));
    }

    [TestCase("VARIANT_SIZES", "320 wide", "must be whole numbers from 1 to 16383, such as 320 640")]
    [TestCase("VARIANT_SIZES", "0", "must be whole numbers from 1 to 16383, such as 320 640")]
    [TestCase("VARIANT_SIZES", "16384", "must be whole numbers from 1 to 16383, such as 320 640")]
    [TestCase("VARIANT_SIZES", ",", "must be whole numbers from 1 to 16383, such as 320 640")]
    [TestCase("VARIANT_MAX_PIXELS", "0", "must be a whole number from 1 to 9223372036854775807")]
    [TestCase("VARIANT_MAX_BYTES", "64 MiB", "must be a whole number from 1 to 2147483647")]
    public void Another_limit_of_variants_is_named(string name, string value, string expected)
    {
        _environment[name] = value;

        var failure = Assert.Throws<InvalidOperationException>(() => Read());

        Assert.That(failure!.Message, Is.EqualTo($"The function cannot start: {name} {expected}."));
    }

    [Test]
    public void The_example_lists_every_variable_that_is_read()
    {
        var read = new List<string>();

        Settings.FromEnvironment(name =>
        {
            read.Add(name);
            return _environment.GetValueOrDefault(name);
        });

        var listed = Regex.Matches(Repository.Read(".env.example"), "^(?:# )?([A-Z0-9_]+)=", RegexOptions.Multiline);
        Assert.That(listed.Select(match => match.Groups[1].Value), Is.EquivalentTo(read));
    }

    private Settings Read() => Settings.FromEnvironment(_environment.GetValueOrDefault);
}

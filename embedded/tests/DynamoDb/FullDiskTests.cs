using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws.Tests.DynamoDb;

/// <summary>Writes on a disk that is full: those that delete get the room that is reserved for them.</summary>
public sealed class FullDiskTests
{
    /// <summary>SQLite answers as on a full disk where the numbers of a table are used up: https://www.sqlite.org/autoinc.html.</summary>
    private const string FillTheDisk = """
        CREATE TABLE numbers (id INTEGER PRIMARY KEY AUTOINCREMENT);
        INSERT INTO numbers VALUES (9223372036854775807);
        CREATE TRIGGER no_put BEFORE INSERT ON items BEGIN INSERT INTO numbers (id) VALUES (NULL); END;
        CREATE TRIGGER no_delete BEFORE DELETE ON items BEGIN INSERT INTO numbers (id) VALUES (NULL); END;
        """;

    private string _folder = null!;
    private EmbeddedCloud _cloud = null!;
    private IAmazonDynamoDB _client = null!;

    [SetUp]
    public async Task StartACloudWithAnItemOnAFullDisk()
    {
        _folder = Directory.CreateTempSubdirectory("full-").FullName;
        _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = _folder, ErrorLog = TextWriter.Null });
        _client = AwsSurface.DynamoDbOf(_cloud, AwsSurface.Credentials);
        var table = TestTable.Request();
        table.TableName = "images";
        await _client.CreateTableAsync(table);
        await _client.PutItemAsync("images", Attributes.Item(("id", "1")));
        await using var database = new SqliteConnection($"Data Source={Path.Combine(_folder, "dynamodb.db")};Pooling=False");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = FillTheDisk;
        await command.ExecuteNonQueryAsync();
    }

    [TearDown]
    public async Task StopTheCloud()
    {
        _client.Dispose();
        await _cloud.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task The_delete_of_a_batch_gets_the_reserve()
    {
        var delete = new WriteRequest(new DeleteRequest(Attributes.Item(("id", "1"))));

        var refusal = await Refusal.Of(_client.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>> { ["images"] = [delete] }));

        Assert.That(refusal, Does.StartWith("InternalError: There is no space left"));
        Assert.That(File.Exists(Path.Combine(_folder, "reserve")), Is.False);
    }

    [Test]
    public async Task The_put_of_a_batch_does_not()
    {
        var put = new WriteRequest(new PutRequest(Attributes.Item(("id", "2"))));

        var refusal = await Refusal.Of(_client.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>> { ["images"] = [put] }));

        Assert.That(refusal, Does.StartWith("InternalError: There is no space left"));
        Assert.That(File.Exists(Path.Combine(_folder, "reserve")), Is.True);
    }
}

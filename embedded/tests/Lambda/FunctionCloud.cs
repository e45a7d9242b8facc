using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Tests.Lambda;

/// <summary>A cloud of its own with a role that may do everything, for tests of functions.</summary>
internal sealed class FunctionCloud : IAsyncDisposable
{
    public const string Role = "arn:aws:iam::000000000000:role/tester";

    private const string AllowAll = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    private readonly ServiceClient _lambda;

    private FunctionCloud(EmbeddedCloud cloud) => (Cloud, _lambda) = (cloud, new ServiceClient(cloud, "lambda"));

    public EmbeddedCloud Cloud { get; }

    /// <summary>The zip of the functions in <c>functions/</c>.</summary>
    public static byte[] Package { get; } = Zip([.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "functions")).Select(path => (Path.GetFileName(path), File.ReadAllBytes(path), 0x1A4))]);

    public static async Task<FunctionCloud> StartAsync(EmbeddedCloudOptions? options = null)
    {
        var cloud = await EmbeddedCloud.StartAsync(options ?? new EmbeddedCloudOptions());
        // A cloud on a folder of an earlier one has it already.
        if (cloud.Iam.Roles.All(role => role.Name != "tester"))
        {
            await CreateRoleAsync(cloud, "tester");
            cloud.Iam.Role("tester").PutPolicy("all", AllowAll);
        }

        return new FunctionCloud(cloud);
    }

    /// <summary>Makes a role that Lambda and the scheduler may take on, without any policy.</summary>
    public static Task CreateRoleAsync(EmbeddedCloud cloud, string name) => cloud.CallAsync("iam", "CreateRole", new JsonObject
    {
        ["RoleName"] = name,
        ["AssumeRolePolicyDocument"] =
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":["lambda.amazonaws.com","scheduler.amazonaws.com"]}}]}""",
    });

    /// <summary>The zip of a <c>bootstrap</c>.</summary>
    public static byte[] Bootstrap(string text, int mode = 0x1ED) => Zip(("bootstrap", Encoding.UTF8.GetBytes(text), mode));

    public static byte[] Zip(params (string Name, byte[] Bytes, int Mode)[] files)
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes, mode) in files)
            {
                var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
                entry.ExternalAttributes = mode << 16;
                using var stream = entry.Open();
                stream.Write(bytes);
            }
        }

        return zip.ToArray();
    }

    /// <summary>Makes a function of a method in <c>functions/</c>, with the name of the method.</summary>
    public Task<JsonObject> CreateAsync(string method, JsonObject? settings = null, string type = "Handlers", string? name = null) => CreateAsync(name ?? method, Package, new JsonObject(
        [KeyValuePair.Create("Runtime", (JsonNode?)"dotnet10"), KeyValuePair.Create("Handler", (JsonNode?)$"EmbeddedAws.Tests.Functions::EmbeddedAws.Tests.Functions.{type}::{method}"), .. settings?.DeepClone().AsObject().ToList().Select(Detached) ?? []]));

    public async Task<JsonObject> CreateAsync(string name, byte[] zip, JsonObject settings)
    {
        var members = new JsonObject
        {
            ["FunctionName"] = name,
            ["Runtime"] = "provided.al2023",
            ["Handler"] = "bootstrap",
            ["Role"] = Role,
            ["MemorySize"] = 512,
            ["Timeout"] = 30,
            ["Code"] = new JsonObject { ["ZipFile"] = Convert.ToBase64String(zip) },
        };
        foreach (var (member, value) in settings)
            members[member] = value?.DeepClone();
        return await Cloud.CallAsync("lambda", "CreateFunction", members);
    }

    public Task<JsonObject> CallAsync(string operation, string function, params (string Name, JsonNode? Value)[] members) => Cloud.CallAsync(
        "lambda", operation, new JsonObject([KeyValuePair.Create("FunctionName", (JsonNode?)function), .. members.Select(member => KeyValuePair.Create(member.Name, member.Value))]));

    /// <summary>Invokes a function over HTTP.</summary>
    public Task<ServiceAnswer> InvokeAsync(string function, string payload = "{}", params (string Name, string Value)[] headers) =>
        _lambda.SendAsync("POST", $"/2015-03-31/functions/{function}/invocations", Encoding.UTF8.GetBytes(payload), headers);

    /// <summary>The code by which a call is refused; null where it is not.</summary>
    public static async Task<(int Status, string Code)?> RefusalOf(Func<Task> call)
    {
        try
        {
            await call();
            return null;
        }
        catch (AwsException refusal)
        {
            return (refusal.Status, refusal.Code);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _lambda.Dispose();
        await Cloud.DisposeAsync();
    }

    private static KeyValuePair<string, JsonNode?> Detached(KeyValuePair<string, JsonNode?> member) => KeyValuePair.Create(member.Key, member.Value?.DeepClone());
}

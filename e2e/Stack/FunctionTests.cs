using System.Runtime.InteropServices;
using ImageService.Handlers.Routing;

namespace ImageService.E2E.Stack;

/// <summary>How the functions are deployed.</summary>
public sealed class FunctionTests
{
    [Test]
    public async Task There_is_one_function_for_each_operation_or_for_those_that_share_a_route_and_the_collector()
    {
        var run = await StackRun.Prod();

        var names = run.All("Function").Select(function => function.Text("name"));

        Assert.That(names, Is.EquivalentTo(
        [
            "image-service-prod-uploadImage", "image-service-prod-listImages", "image-service-prod-getImage",
            "image-service-prod-updateImage", "image-service-prod-deleteImage", "image-service-prod-deleteImages", "image-service-prod-renderImage",
            "image-service-prod-getOpenApi",
            "image-service-prod-createUpload", "image-service-prod-completeUpload",
            "image-service-prod-getGallery", "image-service-prod-fallback",
            "image-service-prod-collectGarbage",
        ]));
    }

    [Test]
    public async Task A_function_runs_the_entry_point_of_its_operation([ValueSource(typeof(RouteTable), nameof(RouteTable.Functions))] Operation operation)
    {
        var run = await StackRun.Prod();

        var function = run.Function(operation);

        var package = operation == Operation.RenderImage ? "ImageService.Lambda.Rendering" : "ImageService.Lambda";
        Assert.That(function.Text("handler"), Is.EqualTo($"{package}::{package}.{operation}Function::HandleAsync"));
        Assert.That(function.Text("runtime"), Is.EqualTo("dotnet10"));
        Assert.That(function.Text("code"), Is.EqualTo("FileArchive"));
    }

    [Test]
    public async Task A_native_function_is_found_by_the_same_handler_in_a_program_of_its_own([ValueSource(typeof(RouteTable), nameof(RouteTable.Functions))] Operation operation)
    {
        var run = await StackRun.Prod(("compile", "aot"), ("nativePackages", "packages"));

        var function = run.Function(operation);

        Assert.That(function.Text("runtime"), Is.EqualTo("provided.al2023"));
        Assert.That(function.Text("handler"), Does.EndWith($".{operation}Function::HandleAsync"));
        Assert.That(function.Text("code"), Is.EqualTo("FileArchive"));
    }

    [Test]
    public async Task A_function_is_told_the_names_that_bucket_and_table_got([ValueSource(typeof(RouteTable), nameof(RouteTable.Functions))] Operation operation)
    {
        var run = await StackRun.Prod(("corsOrigin", "https://example.com"), ("listShards", "8"));

        var variables = run.Function(operation).Inputs["environment"]!["variables"]!.AsObject();

        Assert.That(variables.Select(variable => $"{variable.Key}={variable.Value}"), Is.EquivalentTo(
        [
            $"BUCKET_NAME={run.The("Bucket").Outputs["bucket"]}",
            $"TABLE_NAME={run.The("Table").Outputs["name"]}",
            "CORS_ORIGIN=https://example.com",
            "LIST_SHARDS=8",
        ]));
    }

    [Test]
    public async Task On_LocalStack_it_is_told_where_clients_reach_S3_too()
    {
        var run = await StackRun.Local(("localEndpoint", "http://127.0.0.1:32768"));

        var variables = run.Function(Operation.GetImage).Inputs["environment"]!["variables"]!;

        Assert.That((string?)variables["S3_PUBLIC_ENDPOINT"], Is.EqualTo("http://127.0.0.1:32768"));
        Assert.That((string?)variables["BUCKET_NAME"], Is.EqualTo("image-storage-bucket"));
        Assert.That((string?)variables["TABLE_NAME"], Is.EqualTo("ImageMetadata"));
    }

    [Test]
    public async Task Size_and_limits_come_from_the_configuration()
    {
        var run = await StackRun.Prod(
            ("architecture", "x86_64"), ("memoryMegabytes", "2048"), ("timeoutSeconds", "20"), ("reservedConcurrency", "7"), ("tracing", "false"));

        var function = run.Function(Operation.UploadImage).Inputs;

        Assert.That((string?)function["architectures"]![0], Is.EqualTo("x86_64"));
        Assert.That((double?)function["memorySize"], Is.EqualTo(2048));
        Assert.That((double?)function["timeout"], Is.EqualTo(20));
        Assert.That((double?)function["reservedConcurrentExecutions"], Is.EqualTo(7));
        Assert.That((string?)function["tracingConfig"]!["mode"], Is.EqualTo("PassThrough"));
    }

    [Test]
    public async Task The_function_that_makes_variants_has_more_memory_and_settings_of_its_own()
    {
        var usual = await StackRun.Prod();
        var configured = await StackRun.Prod(
            ("variantMemoryMegabytes", "4096"), ("variantSizes", "320 640"), ("variantMaxPixels", "200000000"), ("variantMaxBytes", "1000000"));

        var variables = configured.Function(Operation.RenderImage).Inputs["environment"]!["variables"]!;

        Assert.That((double?)usual.Function(Operation.RenderImage).Inputs["memorySize"], Is.EqualTo(2048));
        Assert.That((double?)configured.Function(Operation.RenderImage).Inputs["memorySize"], Is.EqualTo(4096));
        Assert.That((double?)configured.Function(Operation.GetImage).Inputs["memorySize"], Is.EqualTo(1024));
        Assert.That((string?)variables["VARIANT_SIZES"], Is.EqualTo("320 640"));
        Assert.That((string?)variables["VARIANT_MAX_PIXELS"], Is.EqualTo("200000000"));
        Assert.That((string?)variables["VARIANT_MAX_BYTES"], Is.EqualTo("1000000"));
    }

    [Test]
    public async Task Unless_it_says_so_no_concurrency_is_reserved()
    {
        var run = await StackRun.Prod();

        Assert.That(run.All("Function").Select(function => function.Inputs.ContainsKey("reservedConcurrentExecutions")), Is.All.False);
    }

    [Test]
    public async Task On_AWS_it_runs_on_arm64_and_on_LocalStack_as_the_machine_does()
    {
        var prod = await StackRun.Prod();
        var local = await StackRun.Local();

        var host = RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "x86_64";
        Assert.That(prod.All("Function").Select(function => (string?)function.Inputs["architectures"]![0]), Is.All.EqualTo("arm64"));
        Assert.That(local.All("Function").Select(function => (string?)function.Inputs["architectures"]![0]), Is.All.EqualTo(host));
    }

    [Test]
    public async Task It_writes_to_a_log_that_ends_some_day([ValueSource(typeof(RouteTable), nameof(RouteTable.Functions))] Operation operation)
    {
        var run = await StackRun.Prod(("logRetentionDays", "14"));

        var function = run.Function(operation);

        var log = run.All("LogGroup").Single(log => log.Text("name") == (string?)function.Inputs["loggingConfig"]!["logGroup"]);
        Assert.That(log.Text("name"), Is.EqualTo($"/aws/lambda/{function.Text("name")}"));
        Assert.That((double?)log.Inputs["retentionInDays"], Is.EqualTo(14));
        Assert.That((string?)function.Inputs["loggingConfig"]!["logFormat"], Is.EqualTo("Text"), "the lines are JSON already");
    }
}

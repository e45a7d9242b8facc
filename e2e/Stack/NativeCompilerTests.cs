using ImageService.Stack.Functions;
using Pulumi;

namespace ImageService.E2E.Stack;

/// <summary>Native functions are compiled only where what comes of it runs on Lambda.</summary>
public sealed class NativeCompilerTests
{
    private static readonly Version Same = new(2, 34);

    [TestCase(true, "arm64", "2.34", false)]
    [TestCase(true, "arm64", "2.31", false)]
    [TestCase(true, "x86_64", "2.39", true)]
    [TestCase(false, "arm64", null, true)]
    public void A_machine_compiles_what_runs_on_Lambda(bool isLinux, string architecture, string? glibc, bool hasDocker)
    {
        var settings = StackRun.Settings("prod", ("compile", "aot"), ("architecture", "arm64"));
        var machine = new NativeCompiler(isLinux, architecture, glibc is null ? null : Version.Parse(glibc), hasDocker);

        Assert.That(() => machine.ThrowIfUnable(settings.Function), Throws.Nothing);
    }

    [TestCase(true, "2.36", "this machine has glibc 2.36, and Lambda runs what was compiled with 2.34 or older.")]
    [TestCase(true, null, "this machine has no glibc, and Lambda runs what was compiled with 2.34 or older.")]
    [TestCase(false, null, "native functions are compiled on Linux.")]
    public void One_that_does_not_says_why_and_what_to_do(bool isLinux, string? glibc, string reason)
    {
        var settings = StackRun.Settings("prod", ("compile", "aot"), ("architecture", "arm64"));
        var machine = new NativeCompiler(isLinux, "arm64", glibc is null ? null : Version.Parse(glibc), HasDocker: false);

        var refusal = Assert.Throws<RunException>(() => machine.ThrowIfUnable(settings.Function));

        Assert.That(refusal!.Message, Does.Contain(reason).And.Contain("Start Docker, or set image-service:nativePackages"));
    }

    [Test]
    public void Another_architecture_needs_a_container()
    {
        var settings = StackRun.Settings("prod", ("compile", "aot"), ("architecture", "x86_64"));
        var machine = new NativeCompiler(IsLinux: true, "arm64", Same, HasDocker: false);

        var refusal = Assert.Throws<RunException>(() => machine.ThrowIfUnable(settings.Function));

        Assert.That(refusal!.Message, Does.Contain("this machine is arm64 and cannot compile for x86_64. Set image-service:architecture to arm64."));
    }

    [Test]
    public void Functions_that_run_on_this_machine_may_have_its_glibc()
    {
        var settings = StackRun.Settings("local", ("compile", "aot"), ("architecture", "arm64"), ("localEndpoint", "http://localhost:4566"));
        var machine = new NativeCompiler(IsLinux: true, "arm64", new Version(2, 41), HasDocker: false);

        Assert.That(() => machine.ThrowIfUnable(settings.Function), Throws.Nothing);
    }
}

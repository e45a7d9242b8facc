using System.Reflection;
using ImageService.Handlers;
using ImageService.Handlers.Routing;
using ImageService.Lambda;
using ImageService.Lambda.Rendering;

namespace ImageService.E2E.Lambda;

/// <summary>What Lambda needs to find and make a function.</summary>
public sealed class HandlerTests
{
    [Test]
    public void Each_function_that_the_route_table_names_has_an_entry_point()
    {
        Assembly[] packages = [typeof(ProxyFunction).Assembly, typeof(RenderImageFunction).Assembly];
        var functions = packages.SelectMany(package => package.GetExportedTypes()).Where(type => type.IsSubclassOf(typeof(ProxyFunction)));

        var names = functions.Select(type => type.Name);

        Assert.That(names, Is.EquivalentTo(RouteTable.Functions.Select(operation => $"{operation}Function")));
    }

    [Test]
    public void A_handler_string_finds_its_function([ValueSource(typeof(RouteTable), nameof(RouteTable.Functions))] Operation operation)
    {
        var settings = new Settings { BucketName = "b", TableName = "t", Region = "eu-central-1" };

        using var host = new FunctionHost(FunctionHost.HandlerOf(operation), settings, new FunctionOptions { Log = TextWriter.Null });

        Assert.That(host, Is.Not.Null);
    }

    [Test]
    public void Lambda_finds_one_method_of_that_name([ValueSource(typeof(RouteTable), nameof(RouteTable.Functions))] Operation operation)
    {
        var type = TypeOf(operation);

        var methods = type.GetMethods().Where(method => method.Name == "HandleAsync");

        Assert.That(methods.Count(), Is.EqualTo(1));
    }

    [Test]
    public void As_Lambda_makes_it_a_function_reads_the_environment([ValueSource(typeof(RouteTable), nameof(RouteTable.Functions))] Operation operation)
    {
        var type = TypeOf(operation);

        var failure = Assert.Throws<TargetInvocationException>(() => Activator.CreateInstance(type));

        Assert.That(failure!.InnerException!.Message, Does.Contain("BUCKET_NAME is missing").And.Contain("TABLE_NAME is missing"));
    }

    [Test]
    public void Only_the_function_that_makes_variants_carries_libvips()
    {
        var references = typeof(ProxyFunction).Assembly.GetReferencedAssemblies().Concat(typeof(ImageApi).Assembly.GetReferencedAssemblies());

        Assert.That(references.Select(reference => reference.Name), Has.None.EqualTo("NetVips").And.None.EqualTo("ImageService.Rendering"));
    }

    private static Type TypeOf(Operation operation)
    {
        var handler = FunctionHost.HandlerOf(operation).Split("::");
        return Assembly.Load(handler[0]).GetType(handler[1])!;
    }
}

using ImageService.Handlers.Routing;

namespace ImageService.E2E.Operations;

/// <summary>Which of the paths of a route table a request is for.</summary>
public sealed class PathPrecedenceTests
{
    private static readonly Route[] Literal = [new("GET", "/images/{id}/variant", Operation.GetImage)];

    [TestCase("/images/delete", "/images/delete")]
    [TestCase("/images/delete/", "/images/delete")]
    [TestCase("/images/Delete", "/images/{id}")]
    [TestCase("/images/deleted", "/images/{id}")]
    [TestCase("/images/delete/variant", "/images/{id}/variant")]
    [TestCase("/images//variant", null)]
    [TestCase("/images/", "/images")]
    [TestCase("/", "/")]
    public void A_literal_segment_wins_over_a_placeholder(string path, string? template)
    {
        var resources = new[] { Resource.Of([.. RouteTable.Routes, .. Literal]), Resource.Of([.. Literal, .. RouteTable.Routes]) };

        var found = resources.Select(order => RouteTable.Find(path, order)?.Path);

        Assert.That(found, Has.All.EqualTo(template));
    }

    [Test]
    public void Its_methods_are_those_of_the_literal_path_alone()
    {
        var resources = Resource.Of([.. RouteTable.Routes, .. Literal]);

        var methods = RouteTable.Find("/images/delete", resources)?.Methods;

        Assert.That(methods, Is.EqualTo("OPTIONS, POST"));
    }

    [Test]
    public void Operations_that_share_a_route_share_a_function()
    {
        Assert.That(RouteTable.Functions, Is.Unique.And.Contains(Operation.GetImage).And.Contains(Operation.Fallback));
        Assert.That(Enum.GetValues<Operation>().Except(RouteTable.Functions), Is.EqualTo([Operation.DownloadImage, Operation.GetDownloadUrl]));
    }
}

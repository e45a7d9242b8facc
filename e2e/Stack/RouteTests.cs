using ImageService.Handlers.Routing;

namespace ImageService.E2E.Stack;

/// <summary>The routes of the deployed API.</summary>
public sealed class RouteTests
{
    [Test]
    public async Task The_methods_are_exactly_those_of_the_route_table()
    {
        var run = await StackRun.Prod();

        var methods = ApiMap.Of(run);

        Assert.That(methods, Is.EquivalentTo(
        [
            "GET / -> image-service-prod-getGallery",
            "HEAD / -> image-service-prod-getGallery",
            "ANY / -> image-service-prod-fallback",
            "ANY /{proxy+} -> image-service-prod-fallback",
            "POST /images -> image-service-prod-uploadImage",
            "GET /images -> image-service-prod-listImages",
            "HEAD /images -> image-service-prod-listImages",
            "ANY /images -> image-service-prod-fallback",
            "GET /images/{id} -> image-service-prod-getImage",
            "HEAD /images/{id} -> image-service-prod-getImage",
            "PATCH /images/{id} -> image-service-prod-updateImage",
            "DELETE /images/{id} -> image-service-prod-deleteImage",
            "ANY /images/{id} -> image-service-prod-fallback",
            "POST /images/delete -> image-service-prod-deleteImages",
            "ANY /images/delete -> image-service-prod-fallback",
            "GET /images/{id}/variant -> image-service-prod-renderImage",
            "HEAD /images/{id}/variant -> image-service-prod-renderImage",
            "ANY /images/{id}/variant -> image-service-prod-fallback",
            "GET /openapi.json -> image-service-prod-getOpenApi",
            "HEAD /openapi.json -> image-service-prod-getOpenApi",
            "ANY /openapi.json -> image-service-prod-fallback",
            "POST /uploads -> image-service-prod-createUpload",
            "ANY /uploads -> image-service-prod-fallback",
            "ANY /uploads/{id} -> image-service-prod-fallback",
            "POST /uploads/{id}/complete -> image-service-prod-completeUpload",
            "ANY /uploads/{id}/complete -> image-service-prod-fallback",
        ]));
    }

    [Test]
    public async Task Every_route_of_the_table_is_there()
    {
        var run = await StackRun.Prod();

        var methods = ApiMap.Of(run);

        Assert.That(methods, Is.SupersetOf(
            RouteTable.Routes.Where(route => RouteTable.Functions.Contains(route.Operation)).Select(route => $"{route.Method} {route.Path} -> {run.Function(route.Operation).Text("name")}")));
    }

    [Test]
    public async Task A_path_between_two_others_goes_to_the_fallback()
    {
        var run = await StackRun.Prod([new Route("POST", "/uploads/{id}/complete", Operation.UploadImage)]);

        var methods = ApiMap.Of(run);

        Assert.That(methods, Is.EquivalentTo(
        [
            "ANY / -> image-service-prod-fallback",
            "ANY /{proxy+} -> image-service-prod-fallback",
            "ANY /uploads -> image-service-prod-fallback",
            "ANY /uploads/{id} -> image-service-prod-fallback",
            "POST /uploads/{id}/complete -> image-service-prod-uploadImage",
            "ANY /uploads/{id}/complete -> image-service-prod-fallback",
        ]));
    }

    [Test]
    public async Task Functions_get_the_whole_request_and_give_the_whole_answer()
    {
        var run = await StackRun.Prod();

        var integrations = run.All("Integration");

        Assert.That(integrations.Select(integration => integration.Text("type")), Is.All.EqualTo("AWS_PROXY"));
        Assert.That(integrations.Select(integration => integration.Text("integrationHttpMethod")), Is.All.EqualTo("POST"));
    }

    [Test]
    public async Task No_method_needs_credentials_of_AWS()
    {
        var run = await StackRun.Prod();

        Assert.That(run.All("Method").Select(method => method.Text("authorization")), Is.All.EqualTo("NONE"));
    }

    [Test]
    public async Task Each_route_may_call_its_function_and_no_route_may_more()
    {
        var run = await StackRun.Prod();

        var permissions = run.All("Permission").Select(permission => $"{permission.Text("sourceArn")} -> {permission.Text("function")}");

        const string api = "arn:aws:execute-api:eu-central-1:123456789012:a1b2c3d4e5/dev";
        Assert.That(permissions, Is.EquivalentTo(
        [
            $"{api}/GET/ -> image-service-prod-getGallery",
            $"{api}/HEAD/ -> image-service-prod-getGallery",
            $"{api}/*/ -> image-service-prod-fallback",
            $"{api}/*/* -> image-service-prod-fallback",
            $"{api}/POST/images -> image-service-prod-uploadImage",
            $"{api}/GET/images -> image-service-prod-listImages",
            $"{api}/HEAD/images -> image-service-prod-listImages",
            $"{api}/*/images -> image-service-prod-fallback",
            $"{api}/GET/images/* -> image-service-prod-getImage",
            $"{api}/HEAD/images/* -> image-service-prod-getImage",
            $"{api}/PATCH/images/* -> image-service-prod-updateImage",
            $"{api}/DELETE/images/* -> image-service-prod-deleteImage",
            $"{api}/*/images/* -> image-service-prod-fallback",
            $"{api}/POST/images/delete -> image-service-prod-deleteImages",
            $"{api}/*/images/delete -> image-service-prod-fallback",
            $"{api}/GET/images/*/variant -> image-service-prod-renderImage",
            $"{api}/HEAD/images/*/variant -> image-service-prod-renderImage",
            $"{api}/*/images/*/variant -> image-service-prod-fallback",
            $"{api}/GET/openapi.json -> image-service-prod-getOpenApi",
            $"{api}/HEAD/openapi.json -> image-service-prod-getOpenApi",
            $"{api}/*/openapi.json -> image-service-prod-fallback",
            $"{api}/POST/uploads -> image-service-prod-createUpload",
            $"{api}/*/uploads -> image-service-prod-fallback",
            $"{api}/*/uploads/* -> image-service-prod-fallback",
            $"{api}/POST/uploads/*/complete -> image-service-prod-completeUpload",
            $"{api}/*/uploads/*/complete -> image-service-prod-fallback",
        ]));
    }

    [Test]
    public async Task Only_API_Gateway_may_call_the_functions()
    {
        var run = await StackRun.Prod();

        var permissions = run.All("Permission");

        Assert.That(permissions.Select(permission => permission.Text("principal")), Is.All.EqualTo("apigateway.amazonaws.com"));
        Assert.That(permissions.Select(permission => permission.Text("action")), Is.All.EqualTo("lambda:InvokeFunction"));
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.CloudWatch;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html. Nothing is shown here.</summary>
internal sealed partial class PutDashboard(ResourceStore resources, TimeProvider time) : IControlOperation
{
    public string ResourceOf(ControlRequest request) => Dashboard.ArnOf(request.RequiredText("DashboardName"));

    public async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (name, body) = (request.RequiredText("DashboardName"), request.RequiredText("DashboardBody"));
        request.Finish();
        if (!Shape().IsMatch(name) || !IsObject(body))
            throw new AwsException(400, "InvalidParameterInput", "The dashboard's name has 1 to 255 letters, digits, dashes and underscores, and its body is a JSON object.");
        await resources.ChangeAsync(change =>
        {
            change.Put(name, new Dashboard(name, body, time.GetUtcNow()));
            return true;
        });
        return new ControlAnswer(new JsonObject { ["DashboardValidationMessages"] = new JsonArray() });
    }

    private static bool IsObject(string body)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,255}\z")]
    private static partial Regex Shape();
}

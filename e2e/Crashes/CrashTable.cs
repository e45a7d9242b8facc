using System.Globalization;

namespace ImageService.E2E.Crashes;

/// <summary>What was answered at first, and after the restart, as the rows of a table: a file for each operation.</summary>
internal static class CrashTable
{
    public static async Task WriteAsync(
        CrashedOperation operation, IReadOnlyList<CrashPoint> points, IReadOnlyDictionary<(CrashPoint, CrashFault), string> answers)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "e2e/TestResults/crashes"));
        var place = CrashedOperation.All.ToList().IndexOf(operation).ToString("D2", CultureInfo.InvariantCulture);
        var rows = points.Select(point =>
            $"| {operation.Name} | {point.AwsCall}{(points.Count(other => other.AwsCall == point.AwsCall) > 1 ? $" {point.Number}" : "")} | {string.Join(" | ", CrashFault.All.Select(fault => answers[(point, fault)]))} |");
        await File.WriteAllLinesAsync(Path.Combine(folder.FullName, $"{place}.md"), place == "00" ? [Head, .. rows] : rows);
    }

    private static string Head =>
        $"| request | call | {string.Join(" | ", CrashFault.All.Select(fault => fault.Name))} |\n|{string.Concat(Enumerable.Repeat(" --- |", CrashFault.All.Count + 2))}";
}

using System.Globalization;

namespace ImageService.E2E.Contract;

/// <summary>What was answered how often, in Markdown: a row an operation, a column a status.</summary>
internal sealed class StatusTable(Description description, Recorder recorder)
{
    /// <summary>The statuses of an operation that are described and were not seen, though they can be had.</summary>
    public IEnumerable<string> Missing() => Unseen().Where(unseen => unseen.Reason is null).Select(unseen => unseen.Name);

    /// <summary>The table, and below it why some of it cannot be had from this cloud.</summary>
    public string Write()
    {
        var reasons = Unseen()
            .Where(unseen => unseen.Reason is not null)
            .GroupBy(unseen => unseen.Reason, unseen => unseen.Name)
            .Select(unseen => $"\n{unseen.Key} So not: {string.Join(", ", unseen)}.\n");
        return $"{Table()}{string.Concat(reasons)}";
    }

    private IEnumerable<(string Name, string? Reason)> Unseen() =>
        from operation in description.Rows
        from status in operation.Answers.Keys
        where recorder.TallyOf(operation.Name, status).Calls == 0
        select ($"{operation.Name} {status}", NotProducible.Reason(operation.Name, status));

    private string Table()
    {
        int[] statuses = [.. description.Rows.SelectMany(operation => operation.Answers.Keys).Distinct().Order()];
        string[][] rows =
        [
            ["", .. statuses.Select(status => $"{status}")],
            [.. Enumerable.Repeat("---", statuses.Length + 1)],
            .. description.Rows.Select(operation => (string[])[operation.Name, .. statuses.Select(status => Cell(operation, status))]),
        ];
        return string.Join('\n', rows.Select(row => $"| {string.Join(" | ", row)} |")) + "\n";
    }

    private string Cell(DescribedOperation operation, int status)
    {
        if (!operation.Answers.ContainsKey(status))
            return "";
        var tally = recorder.TallyOf(operation.Name, status);
        return tally.Calls > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{tally.Calls} ({tally.Slowest.TotalMilliseconds:0})")
            : NotProducible.Reason(operation.Name, status) is null ? "missing" : "–";
    }
}

namespace ImageService.Lambda.Events;

/// <summary>
/// A proxy event has headers and query twice: with all values of each name, and with the last one. An event that was
/// written by hand may have only the second.
/// </summary>
internal static class ProxyValues
{
    /// <summary>All values of each name, of the first map where it is there.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Of(
        IDictionary<string, IList<string>>? all, IDictionary<string, string>? last, StringComparer names) =>
        Pairs(all, last)
            .GroupBy(pair => pair.Name, pair => pair.Value, names)
            .ToDictionary(values => values.Key, values => (IReadOnlyList<string>)[.. values], names);

    private static IEnumerable<(string Name, string Value)> Pairs(
        IDictionary<string, IList<string>>? all, IDictionary<string, string>? last) =>
        all is not null
            ? all.SelectMany(values => values.Value, (values, value) => (values.Key, value))
            : (last ?? new Dictionary<string, string>()).Select(value => (value.Key, value.Value));
}

using System.Globalization;
using System.Net;
using System.Text;

namespace ImageService.Bench.Throughput;

/// <summary>A plot in SVG: lines over two logarithmic axes.</summary>
internal static class Plot
{
    private const int Width = 720;
    private const int LeastHeight = 420;
    private const int Left = 70;
    private const int Right = 200;
    private const int Top = 40;
    private const int Bottom = 50;
    private const int LineOfLegend = 18;

    private static readonly string[] Colors = ["#1b6ca8", "#c8553d", "#588157", "#8d6a9f", "#b08900", "#4a4e69", "#2a9d8f", "#9d4edd"];

    /// <summary>Draws lines.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="x">What the horizontal axis says.</param>
    /// <param name="y">What the vertical axis says.</param>
    /// <param name="lines">The lines by their names, each with its points in their order.</param>
    public static string Draw(string title, string x, string y, IReadOnlyList<(string Name, IReadOnlyList<(double X, double Y)> Points)> lines)
    {
        var height = Math.Max(LeastHeight, Top + (lines.Count * LineOfLegend) + LineOfLegend);
        var points = lines.SelectMany(line => line.Points).ToList();
        var (across, up) = (new Axis(points.Select(point => point.X), Left, Width - Right), new Axis(points.Select(point => point.Y), height - Bottom, Top));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{Width}\" height=\"{height}\" fill=\"#fff\"/>\n{Text(Left, 22, title, "font-size=\"15\"")}");
        foreach (var tick in across.Ticks)
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{across.At(tick):0.#} {Top}V{height - Bottom}\" stroke=\"#ddd\"/>{Text(across.At(tick), height - Bottom + 18, $"{tick}", "text-anchor=\"middle\"")}");
        foreach (var tick in up.Ticks)
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {up.At(tick):0.#}H{Width - Right}\" stroke=\"#ddd\"/>{Text(Left - 8, up.At(tick) + 4, $"{tick}", "text-anchor=\"end\"")}");
        svg.Append(Text((Left + Width - Right) / 2, height - 10, x, "text-anchor=\"middle\""));
        svg.Append(Text(16, Top - 8, y, ""));
        foreach (var ((name, line), index) in lines.Select((line, index) => (line, index)))
        {
            var color = Colors[index % Colors.Length];
            var path = string.Join(' ', line.Select(point => string.Create(CultureInfo.InvariantCulture, $"{across.At(point.X):0.#},{up.At(point.Y):0.#}")));
            svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{path}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"2\"/>\n");
            foreach (var (pointX, pointY) in line)
                svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{across.At(pointX):0.#}\" cy=\"{up.At(pointY):0.#}\" r=\"3\" fill=\"{color}\"/>");
            svg.Append(Text(Width - Right + 12, Top + 14 + (index * LineOfLegend), name, $"fill=\"{color}\""));
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static string Text(double x, double y, string text, string attributes) =>
        string.Create(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" {attributes}>{WebUtility.HtmlEncode(text)}</text>\n");

    /// <summary>A logarithmic axis between two places, with a tick at 1, 2 and 5 of each power of ten.</summary>
    private sealed class Axis
    {
        private static readonly int[] Steps = [1, 2, 5];

        private readonly double _from;
        private readonly double _to;
        private readonly double _start;
        private readonly double _end;

        public Axis(IEnumerable<double> values, double start, double end)
        {
            var all = values.Where(value => value > 0).ToList();
            (_from, _to, _start, _end) = (Math.Log10(all.Min() * 0.9), Math.Log10(all.Max() * 1.1), start, end);
        }

        public IEnumerable<double> Ticks =>
            from power in Enumerable.Range((int)Math.Floor(_from), (int)Math.Ceiling(_to) - (int)Math.Floor(_from) + 1)
            from step in Steps
            let tick = step * Math.Pow(10, power)
            where Math.Log10(tick) >= _from && Math.Log10(tick) <= _to
            select Math.Round(tick, 6);

        public double At(double value) => _start + ((_end - _start) * (Math.Log10(value) - _from) / (_to - _from));
    }
}

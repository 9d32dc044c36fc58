namespace DemoCityAnalytics.Metrics.Models.Forecasts.Candidates;

/// <summary>Nelder and Mead's search for a minimum (The Computer Journal 7, 1965). No randomness: the same start gives the same end.</summary>
static class Simplex
{
    public static double[] Minimum(Func<double[], double> cost, double[] start, double step, int rounds)
    {
        var corners = new List<(double[] At, double Cost)> { (start, cost(start)) };
        for (var i = 0; i < start.Length; i++)
        {
            var corner = (double[])start.Clone();
            corner[i] += step;
            corners.Add((corner, cost(corner)));
        }
        for (var round = 0; round < rounds; round++)
        {
            corners.Sort((a, b) => a.Cost.CompareTo(b.Cost));
            var (best, worst) = (corners[0], corners[^1]);
            if (Math.Abs(worst.Cost - best.Cost) <= 1e-9 * (Math.Abs(best.Cost) + 1e-12)) break;
            var centre = new double[start.Length];
            foreach (var (at, _) in corners.Take(corners.Count - 1))
                for (var i = 0; i < centre.Length; i++) centre[i] += at[i] / (corners.Count - 1);
            var reflected = Tried(centre, worst.At, 1);
            if (reflected.Cost < best.Cost)
            {
                var expanded = Tried(centre, worst.At, 2);
                corners[^1] = expanded.Cost < reflected.Cost ? expanded : reflected;
            }
            else if (reflected.Cost < corners[^2].Cost) corners[^1] = reflected;
            else
            {
                var contracted = Tried(centre, worst.At, reflected.Cost < worst.Cost ? 0.5 : -0.5);
                if (contracted.Cost < Math.Min(worst.Cost, reflected.Cost)) corners[^1] = contracted;
                else
                    for (var c = 1; c < corners.Count; c++)
                    {
                        var moved = corners[c].At.Zip(best.At, (x, b) => b + (x - b) / 2).ToArray();
                        corners[c] = (moved, cost(moved));
                    }
            }
        }
        return corners.MinBy(corner => corner.Cost).At;

        (double[] At, double Cost) Tried(double[] centre, double[] from, double factor)
        {
            var at = centre.Zip(from, (c, w) => c + factor * (c - w)).ToArray();
            return (at, cost(at));
        }
    }

    /// <summary>Brings any number into an open interval, so that the search needs no bounds.</summary>
    public static double Between(double low, double high, double free) => low + (high - low) / (1 + Math.Exp(-free));
}

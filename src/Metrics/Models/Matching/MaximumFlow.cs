namespace DemoCityAnalytics.Metrics.Models.Matching;

/// <summary>The greatest flow through a network with whole capacities (Dinic, Soviet Mathematics Doklady 11, 1970). Exact.</summary>
sealed class MaximumFlow(int nodes)
{
    readonly List<int>[] leaving = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];
    readonly List<(int To, long Left)> edges = [];
    readonly int[] level = new int[nodes];
    readonly int[] next = new int[nodes];

    public void Connect(int from, int to, long capacity)
    {
        leaving[from].Add(edges.Count);
        edges.Add((to, capacity));
        leaving[to].Add(edges.Count); // the way back, on which flow is taken back
        edges.Add((from, 0));
    }

    public long Between(int source, int sink)
    {
        var total = 0L;
        while (Layer(source, sink))
        {
            Array.Clear(next);
            while (Push(source, sink, long.MaxValue) is > 0 and var pushed) total += pushed;
        }
        return total;
    }

    bool Layer(int source, int sink)
    {
        Array.Fill(level, -1);
        level[source] = 0;
        var waiting = new Queue<int>([source]);
        while (waiting.TryDequeue(out var node))
            foreach (var edge in leaving[node].Where(edge => edges[edge].Left > 0 && level[edges[edge].To] < 0))
            {
                level[edges[edge].To] = level[node] + 1;
                waiting.Enqueue(edges[edge].To);
            }
        return level[sink] >= 0;
    }

    long Push(int node, int sink, long most)
    {
        if (node == sink) return most;
        for (; next[node] < leaving[node].Count; next[node]++)
        {
            var edge = leaving[node][next[node]];
            var (to, left) = edges[edge];
            if (left <= 0 || level[to] != level[node] + 1 || Push(to, sink, Math.Min(most, left)) is not (> 0 and var pushed)) continue;
            edges[edge] = (to, left - pushed);
            edges[edge ^ 1] = (node, edges[edge ^ 1].Left + pushed);
            return pushed;
        }
        return 0;
    }
}

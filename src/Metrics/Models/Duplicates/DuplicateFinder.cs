namespace DemoCityAnalytics.Metrics.Models.Duplicates;

/// <summary>When two postings of one employer are taken for the same job.</summary>
public sealed record DuplicateOptions
{
    /// <value>Default: 0.8 of the descriptions' runs of three characters are shared.</value>
    public double TextSimilarity { get; init; } = 0.8;

    /// <value>Default: 0.6 of the titles' runs of two characters are shared.</value>
    public double TitleSimilarity { get; init; } = 0.6;

    /// <summary>Descriptions shorter than this say too little to compare; then titles must be equal and the pay the same.</summary>
    /// <value>Default: 12 letters.</value>
    public int ShortText { get; init; } = 12;

    /// <summary>A description shorter than this may be a phrase that one firm puts under all its jobs; then the titles must agree more, unless one holds the other.</summary>
    /// <value>Default: 40 letters.</value>
    public int StockPhrase { get; init; } = 40;

    /// <value>Default: 0.7, for descriptions that may be a stock phrase.</value>
    public double TitleSimilarityOverStockPhrase { get; init; } = 0.7;

    /// <summary>A posting is taken to be open for 30 days where no end is stated, so one that comes later is a new opening.</summary>
    /// <value>Default: 30 days.</value>
    public int DaysApart { get; init; } = 30;
}

/// <summary>
/// Finds postings of one job under several ids or on several platforms. Candidates come from MinHash bands within an employer (Broder 1997),
/// so time grows with the postings and not with their square; each candidate is then compared exactly, text and fields.
/// </summary>
public sealed class DuplicateFinder(DuplicateOptions options)
{
    public const string Version = "1";

    const int Bands = 16;
    const int RowsPerBand = 3;

    /// <summary>Addresses are written freely (122号, 122号之一2607房); below this they name different places.</summary>
    const double SameAddress = 0.35;

    public DuplicateReport Find(IReadOnlyList<PostingRecord> postings)
    {
        ArgumentNullException.ThrowIfNull(postings);
        // A job has one employer, so each employer's postings are looked at by themselves; an employer with one posting costs nothing.
        var pairs = postings.Select((posting, at) => (Employer: Shingles.Plain(posting.Employer), At: at)).Where(x => x.Employer.Length > 0)
            .GroupBy(x => x.Employer, x => x.At, StringComparer.Ordinal).Select(employer => employer.ToList()).Where(employer => employer.Count > 1)
            .SelectMany(employer => Pairs(postings, employer)).OrderBy(pair => pair.Second).ThenBy(pair => pair.First).ToList();
        return new(Groups(postings, pairs), new ModelStamp(
            "duplicates/minhash", Version, "", "", ModelStamp.Hash(postings.Select(posting => $"{posting.Id} {posting.Employer} {posting.Title} {posting.Text}")),
            new() { Zh = "见docs/models/duplicates.md", En = "see docs/models/duplicates.md" }));
    }

    IEnumerable<(int First, int Second, DuplicatePair Pair)> Pairs(IReadOnlyList<PostingRecord> postings, List<int> places)
    {
        var prepared = places.Select(at => new Prepared(postings[at])).ToList();
        var buckets = new Dictionary<ulong, List<int>>();
        var compared = new HashSet<(int, int)>();
        for (var i = 0; i < prepared.Count; i++)
            foreach (var key in Keys(prepared[i]))
            {
                if (!buckets.TryGetValue(key, out var bucket)) buckets[key] = bucket = [];
                foreach (var other in bucket)
                    if (compared.Add((other, i)) && Same(prepared[other], prepared[i]) is { } pair) yield return (places[other], places[i], pair);
                bucket.Add(i);
            }
    }

    /// <summary>Whether the exact comparison takes two postings for one job.</summary>
    public DuplicatePair? Compare(PostingRecord first, PostingRecord second) => Same(new Prepared(first), new Prepared(second));

    DuplicatePair? Same(Prepared first, Prepared second)
    {
        if (first.Employer != second.Employer || first.Employer.Length == 0) return null;
        var (a, b) = (first.Posting, second.Posting);
        int? days = a.Published is { } x && b.Published is { } y ? Math.Abs(x.DayNumber - y.DayNumber) : null;
        if (days > options.DaysApart || !PlacesAgree(first, second) || !PaysAgree(a, b)) return null;

        var title = Shingles.Jaccard(first.TitleRuns, second.TitleRuns);
        var tooShort = first.Text.Length < options.ShortText || second.Text.Length < options.ShortText;
        double? text = tooShort ? null : Shingles.Jaccard(first.TextRuns, second.TextRuns);
        var same = tooShort
            ? first.Title == second.Title && first.Text == second.Text && a.PayFrom == b.PayFrom && a.PayTo == b.PayTo
            : title >= Wanted(first, second) && text >= options.TextSimilarity && !DifferByMark(first.Title, second.Title);
        return same ? new(a.Id, b.Id, title, text, days, a.Platform != b.Platform) : null;
    }

    double Wanted(Prepared first, Prepared second) =>
        Math.Min(first.Text.Length, second.Text.Length) >= options.StockPhrase
        || first.Title.Contains(second.Title, StringComparison.Ordinal) || second.Title.Contains(first.Title, StringComparison.Ordinal)
            ? options.TitleSimilarity
            : options.TitleSimilarityOverStockPhrase;

    /// <summary>One place may be named more finely than the other; two districts, or two streets, contradict each other.</summary>
    static bool PlacesAgree(Prepared first, Prepared second) =>
        (first.Place.Length == 0 || second.Place.Length == 0
            || first.Place.Contains(second.Place, StringComparison.Ordinal) || second.Place.Contains(first.Place, StringComparison.Ordinal))
        && (first.AddressRuns.Length == 0 || second.AddressRuns.Length == 0 || Shingles.Jaccard(first.AddressRuns, second.AddressRuns) >= SameAddress);

    static bool PaysAgree(PostingRecord a, PostingRecord b) =>
        a.PayFrom is null || b.PayFrom is null || a.PayTo is null || b.PayTo is null || a.PayFrom <= b.PayTo && b.PayFrom <= a.PayTo;

    /// <summary>二级 against 四级, 男 against 女, A班 against B班: titles of one stem that name different jobs.</summary>
    static bool DifferByMark(string first, string second) => first != second && Marks(first) != Marks(second);

    static string Marks(string title) => string.Concat(title.Where(letter =>
        char.IsAsciiLetterOrDigit(letter) || "一二三四五六七八九十男女初中高主副助正长资储早晚夜白".Contains(letter, StringComparison.Ordinal)).Order());

    static IEnumerable<ulong> Keys(Prepared posting)
    {
        if (posting.Employer.Length == 0) yield break;
        var employer = Shingles.Hash(posting.Employer);
        yield return Shingles.Mix(employer ^ Shingles.Hash(posting.Title) * 31);
        if (posting.TextRuns.Length == 0) yield break;
        for (var band = 0; band < Bands; band++)
        {
            var key = employer + (ulong)band;
            for (var row = 0; row < RowsPerBand; row++) key = Shingles.Mix(key ^ Smallest(posting.TextRuns, (ulong)(band * RowsPerBand + row + 1)));
            yield return key;
        }
    }

    static ulong Smallest(ulong[] runs, ulong number)
    {
        var salt = Shingles.Mix(number * 0x9e3779b97f4a7c15UL);
        var smallest = ulong.MaxValue;
        foreach (var run in runs) smallest = Math.Min(smallest, (run ^ salt) * 0xff51afd7ed558ccdUL);
        return smallest;
    }

    static List<DuplicateGroup> Groups(IReadOnlyList<PostingRecord> postings, List<(int First, int Second, DuplicatePair Pair)> pairs)
    {
        var parent = new Dictionary<int, int>();
        int Root(int i) => parent.TryGetValue(i, out var up) && up != i ? parent[i] = Root(up) : i;
        foreach (var (first, second, _) in pairs) parent[Root(second)] = Root(first);
        return [.. pairs.GroupBy(pair => Root(pair.First)).Select(group => new DuplicateGroup(
            [.. group.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct().Order()
                .OrderBy(i => postings[i].Published ?? DateOnly.MaxValue).Select(i => postings[i].Id)],
            [.. group.Select(pair => pair.Pair)]))];
    }

    sealed class Prepared(PostingRecord posting)
    {
        public PostingRecord Posting { get; } = posting;
        public string Employer { get; } = Shingles.Plain(posting.Employer);
        public string Title { get; } = Shingles.Title(posting.Title);
        public string Text { get; } = Shingles.Plain(posting.Text);
        public string Place { get; } = Shingles.Plain(posting.Place);
        public ulong[] AddressRuns { get; } = Shingles.Of(Shingles.Plain(posting.Address), 2);
        public ulong[] TitleRuns { get; } = Shingles.Of(Shingles.Title(posting.Title), 2);
        public ulong[] TextRuns { get; } = Shingles.Of(Shingles.Plain(posting.Text), 3);
    }
}

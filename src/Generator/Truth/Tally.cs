using System.Numerics;

namespace DemoCityAnalytics.Generator.Truth;

/// <summary>Everything counted for one city, province or the nation.</summary>
sealed class Tally
{
    public const int Occupations = 10;
    public const int Channels = 6;
    public const int Respondents = 5;

    public static readonly IReadOnlyList<string> QualitySources =
        ["job_postings", "job_seeking", "employment_registration", "unemployment_registration", "natural_attrition", "service_rating"];

    public Tally(int first, int months)
    {
        (First, Months) = (first, months);
        Heads = new(first, months);
        Openings = new(first, months);
        Seekers = new(first, months);
        Ratings = Many(Channels, () => new RatingCounts(first, months));
        KeyCells = Many(QualitySources.Count, () => new Share(first, months));
        Persons = new(first, months);
        CreditCodes = new(first, months);
    }

    public int First { get; }
    public int Months { get; }
    public Headcount Heads { get; }

    /// <summary>E01 gross by dimension and member.</summary>
    public SortedDictionary<(string Dimension, string Member), Series> GrossBy { get; } = [];

    public MarketSide Openings { get; }
    public MarketSide Seekers { get; }

    /// <summary>Ratings by channel; 0 = channel not known.</summary>
    public RatingCounts[] Ratings { get; }

    /// <summary>Survey sums by month and respondent.</summary>
    public SortedDictionary<(int Month, int Respondent), SurveySums> Survey { get; } = [];

    /// <summary>Filled key cells of all key cells, by source.</summary>
    public Share[] KeyCells { get; }

    public Share Persons { get; }
    public Share CreditCodes { get; }

    /// <summary>E01 targets by year; null where a city of the area has none.</summary>
    public SortedDictionary<int, long?> Targets { get; } = [];

    public Series GrossOf(string dimension, string member)
    {
        if (!GrossBy.TryGetValue((dimension, member), out var series)) GrossBy[(dimension, member)] = series = new Series(First, Months);
        return series;
    }

    public SurveySums SurveyOf(int month, int respondent)
    {
        if (!Survey.TryGetValue((month, respondent), out var sums)) Survey[(month, respondent)] = sums = new SurveySums();
        return sums;
    }

    /// <summary>The tally of an area from those of the cities in it.</summary>
    public static Tally Sum(IReadOnlyCollection<Tally> parts)
    {
        var any = parts.First();
        var sum = new Tally(any.First, any.Months);
        foreach (var part in parts) sum.Add(part);
        sum.Heads.StateSum(parts.Select(part => part.Heads).ToArray());
        return sum;
    }

    void Add(Tally part)
    {
        Heads.AddFlows(part.Heads);
        foreach (var ((dimension, member), series) in part.GrossBy) GrossOf(dimension, member).Add(series);
        Openings.Add(part.Openings);
        Seekers.Add(part.Seekers);
        for (var i = 0; i < Ratings.Length; i++) Ratings[i].Add(part.Ratings[i]);
        foreach (var ((month, respondent), sums) in part.Survey) SurveyOf(month, respondent).Add(sums);
        for (var i = 0; i < KeyCells.Length; i++) KeyCells[i].Add(part.KeyCells[i]);
        Persons.Add(part.Persons);
        CreditCodes.Add(part.CreditCodes);
        foreach (var (year, target) in part.Targets)
            Targets[year] = Targets.TryGetValue(year, out var before) ? before + target : target;
    }

    static T[] Many<T>(int count, Func<T> make) => Enumerable.Range(0, count).Select(_ => make()).ToArray();
}

/// <summary>One side of the labour market by occupation (0 = no requirement, 9 = not mapped): new in a month, and carried into it.</summary>
sealed class MarketSide
{
    readonly Effective[] _occupations;

    public MarketSide(int first, int months) => _occupations = Enumerable.Range(0, Tally.Occupations).Select(_ => new Effective(first, months)).ToArray();

    public void Count(int occupation, int begun, int ended, long value) => _occupations[occupation].Count(begun, ended, value);

    /// <summary>Effective number of the period: carried into its first month and new in it.</summary>
    public long Effective(int occupation, int first, int last) => _occupations[occupation].In(first, last);

    public void Add(MarketSide other)
    {
        for (var i = 0; i < _occupations.Length; i++) _occupations[i].Add(other._occupations[i]);
    }
}

/// <summary>Ratings given by users themselves.</summary>
sealed class RatingCounts(int first, int months)
{
    public Series All { get; } = new(first, months);
    public Series Good { get; } = new(first, months);
    public Series VeryGood { get; } = new(first, months);

    public void Add(RatingCounts other)
    {
        All.Add(other.All);
        Good.Add(other.Good);
        VeryGood.Add(other.VeryGood);
    }
}

/// <summary>Part and whole by month.</summary>
sealed class Share(int first, int months)
{
    public Series Part { get; } = new(first, months);
    public Series Whole { get; } = new(first, months);

    public void Add(Share other)
    {
        Part.Add(other.Part);
        Whole.Add(other.Whole);
    }
}

/// <summary>Sums over survey answers, weights in hundredths.</summary>
sealed class SurveySums
{
    public long Sampled { get; private set; }
    public long Answered { get; private set; }
    public BigInteger Weight { get; private set; }
    public BigInteger WeightedScore { get; private set; }
    public BigInteger SquaredWeight { get; private set; }
    public BigInteger SquaredWeightScore { get; private set; }
    public BigInteger SquaredWeightSquaredScore { get; private set; }

    public void Count(long weight, int? score)
    {
        Sampled++;
        if (score is not { } answer) return;
        Answered++;
        Weight += weight;
        WeightedScore += weight * answer;
        SquaredWeight += weight * weight;
        SquaredWeightScore += weight * weight * answer;
        SquaredWeightSquaredScore += weight * weight * answer * answer;
    }

    public void Add(SurveySums other)
    {
        Sampled += other.Sampled;
        Answered += other.Answered;
        Weight += other.Weight;
        WeightedScore += other.WeightedScore;
        SquaredWeight += other.SquaredWeight;
        SquaredWeightScore += other.SquaredWeightScore;
        SquaredWeightSquaredScore += other.SquaredWeightSquaredScore;
    }
}

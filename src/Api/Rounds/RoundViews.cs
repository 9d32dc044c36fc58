using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.Sampling;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Api.Rounds;

/// <summary>A round in a list.</summary>
/// <param name="Frozen">SHA-256 of the frozen figures; null before the freeze.</param>
public sealed record RoundSummary(string Id, string Name, Stage Stage, DateOnly Deadline, string? Frozen, string Url)
{
    public static RoundSummary Of(RoundRow round) => new(round.Id, round.Name, round.Stage, round.Settings().Deadline, round.FrozenHash, $"/api/v1/rounds/{round.Id}");
}

/// <summary>The rounds of the programme, the newest first.</summary>
public sealed record RoundList(IReadOnlyList<RoundSummary> Rounds);

/// <summary>The rules of a round, as they were when it opened.</summary>
public sealed record RoundRules(string Id, int Version, BilingualText Name, BilingualText Source, decimal FullPoints);

/// <summary>What a round is judged by.</summary>
/// <param name="Hash">SHA-256 over all frozen figures.</param>
/// <param name="Definitions">Hash of the definitions behind them.</param>
public sealed record RoundFreeze(string Hash, string Release, string Month, string Definitions, bool Synthetic, int Figures);

/// <summary>A city in a round.</summary>
public sealed record RoundCity(int City, string Name, int Province, Standing Standing, int Version, string? Reason, DateOnly? DesignatedOn, string? Certificate, DateOnly? RevokedOn)
{
    public static RoundCity Of(CityRow row) => new(row.CityCode, row.CityName, row.ProvinceCode, row.Standing, row.Version, row.Reason is { Length: > 0 } reason ? reason : null, row.DesignatedOn, row.Certificate, row.RevokedOn);
}

/// <summary>The first half of an act by two persons.</summary>
public sealed record RoundProposal(string Act, string Subject, string Statement, string ProposedBy);

/// <summary>One round: where it stands, by what rules, on which figures, and the cities whose work the caller may see.</summary>
public sealed record RoundDetail(
    string Id, string Name, Stage Stage, int Version, RoundSettings Settings, RoundRules Rules, DateOnly? CreationFrom, RoundFreeze? Freeze,
    IReadOnlyList<RoundCity> Cities, IReadOnlyList<RoundProposal> Proposals);

/// <summary>Opens a round.</summary>
/// <param name="Id">Letters, digits and hyphens: 2026-R1.</param>
/// <param name="RuleSet">The rule set's YAML; the product's illustrative one when left out.</param>
public sealed record OpenRound(string Id, string Name, RoundSettings Settings, string? RuleSet = null);

/// <summary>What a city writes into its application; name, province and date are filled in.</summary>
public sealed record ApplicationInput(string Situation, IReadOnlyList<ApplicationTarget> Targets, ContactLine? Leader = null, ContactLine? CityContact = null);

/// <summary>Something that keeps an application from being confirmed.</summary>
public sealed record ApplicationIssue(string Code, BilingualText Message);

/// <summary>An application with what is still wrong with it.</summary>
/// <param name="Characters">Of the description, counted as word processors count (字数).</param>
public sealed record ApplicationView(RoundCity City, ApplicationForm Form, int Characters, int MostCharacters, IReadOnlyList<ApplicationIssue> Issues, BilingualText Quota);

/// <summary>The applications that the caller may see.</summary>
public sealed record ApplicationList(IReadOnlyList<RoundCity> Applications);

/// <summary>The province's contact, with which it confirms an application; a city confirms without one.</summary>
public sealed record Confirmation(ContactLine? Contact = null);

/// <summary>Why something was done.</summary>
public sealed record Reasoned(string Reason);

/// <summary>Progress of one target.</summary>
public sealed record TargetView(string Text, string? Indicator, decimal? Baseline, decimal? Target, decimal? Actual, decimal? DonePercent, decimal TimePercent, bool Achieved, bool Behind, string Sentence)
{
    public static TargetView Of(TargetProgress x) => new(x.Target.Text, x.Target.Indicator, x.Target.Baseline, x.Target.Target, x.Actual, x.DonePercent, x.TimePercent, x.Achieved, x.Alert, x.Sentence);
}

/// <summary>How a city's creation stands.</summary>
/// <param name="Release">The release behind the trial score; null when there are no figures.</param>
public sealed record CreationView(
    RoundCity City, string? Release, decimal? TargetsReachedPercent, IReadOnlyList<TargetView> Targets, decimal? TrialTotal, IReadOnlyList<RecoverableItem> Gaps,
    decimal? ReportedAgreePercent, IReadOnlyList<ReportedFigure> Reported);

/// <summary>Figures that a city reports, by item.</summary>
public sealed record ReportInput(IReadOnlyDictionary<string, string> Figures);

/// <summary>What a freeze takes.</summary>
/// <param name="Release">Name of the release; the current one when left out.</param>
/// <param name="Month">The month that is judged: 2024-12.</param>
public sealed record FreezeInput(string Month, string? Release = null);

/// <summary>The proposal of a freeze: a second person of the ministry must confirm exactly this.</summary>
public sealed record FreezeProposal(string Hash, string Release, string Month);

/// <summary>What one level entered.</summary>
/// <param name="Entered">Points, or the count from which they follow.</param>
/// <param name="Version">For If-Match; 0 when nothing was entered.</param>
public sealed record ScoreEntryView(decimal? Points, decimal? Entered, string? Reason, bool Draft, string? Author, int Version)
{
    public static ScoreEntryView? Of(CardEntry entry) => entry is { Score: null, Row: null } ? null : new(
        entry.Row is { Draft: true } ? null : entry.Score?.Points, entry.Row?.Entered, entry.Row?.Reason, entry.Row?.Draft ?? false, entry.Row?.Author, entry.Row?.Version ?? 0);
}

/// <summary>One item with its four columns.</summary>
public sealed record ScoreItemView(
    string Item, BilingualText Name, string Clause, int Standard, decimal FullPoints, bool ByPapers, FrozenFigure? Figure, decimal? Automatic, ScoreStatus Status, BilingualText Reason,
    ScoreEntryView? Self, ScoreEntryView? Province, ScoreEntryView? Ministry, int Papers, IReadOnlyList<string> MissingPapers, FigureRevision? Revision)
{
    public static ScoreItemView Of(CardItem item) => new(
        item.Item, item.Name, item.Clause, item.Standard, item.FullPoints, item.Evidence is not null, item.Figure, item.Automatic.Points, item.Automatic.Status, item.Automatic.Reason,
        ScoreEntryView.Of(item.Columns[ScoreColumn.Self]), ScoreEntryView.Of(item.Columns[ScoreColumn.Province]), ScoreEntryView.Of(item.Columns[ScoreColumn.Ministry]),
        item.Papers.Count, item.MissingPapers, item.Revision);
}

/// <summary>A city's score sheet in a round: by the rules alone, and by city, province and ministry side by side.</summary>
public sealed record ScoreSheetView(
    RoundCity City, RoundRules Rules, RoundFreeze? Freeze, decimal? Automatic, decimal? Self, decimal? Province, decimal? Ministry, bool Vetoed, decimal? EvidencePercent,
    IReadOnlyList<ScoreItemView> Items);

/// <summary>What a person enters for an item; a draft may still lack either.</summary>
public sealed record ScoreInputView(decimal? Entered, string Reason = "");

/// <summary>A saved entry.</summary>
public sealed record SavedScore(string Item, decimal? Entered, string Reason, bool Draft, int Version)
{
    public static SavedScore Of(ScoreRow row) => new(row.Item, row.Entered, row.Reason, row.Draft, row.Version);
}

/// <summary>How many were dealt with.</summary>
public sealed record Counted(int Count);

/// <summary>A paper attached to an item.</summary>
/// <param name="Kept">Whether the paper itself is kept here, or its hash alone.</param>
public sealed record PaperView(string Item, string Kind, string Title, DateOnly DatedOn, DateOnly? ValidTo, string FileName, string Sha256, string Author, bool Kept, string Url);

/// <summary>A city's papers.</summary>
public sealed record PaperList(decimal? EvidencePercent, IReadOnlyList<PaperView> Papers);

/// <summary>Assigns an expert.</summary>
/// <param name="Expert">Name of an account with the role Expert.</param>
public sealed record ExpertInput(string Expert);

/// <summary>Who judges a city.</summary>
public sealed record ExpertList(IReadOnlyList<string> Experts);

/// <summary>Draws a sample of an item's source rows.</summary>
/// <param name="Seed">Stated before the draw, as a number drawn in public: the same seed draws the same rows.</param>
public sealed record SampleInput(string Item, int Size, string Seed);

/// <summary>A drawn sample.</summary>
public sealed record SampleView(string Id, int City, string Item, string Seed, int Population, int Drawn, int Reached, int Confirmed, decimal? RatePercent, decimal? LowerBoundPercent, decimal? ReachPercent, BilingualText Sentence, IReadOnlyList<CheckView> Lines)
{
    public static SampleView Of(SampleRow sample, IReadOnlyList<CheckRow> lines)
    {
        var proves = Verification.Of([.. lines.Select(line => line.Result)]);
        return new(sample.Id, sample.CityCode, sample.Indicator, sample.Seed, sample.Population, proves.Drawn, proves.Reached, proves.Confirmed,
            sample.IsChosen ? null : proves.RatePercent, sample.IsChosen ? null : proves.LowerBoundPercent, proves.ReachPercent, sample.IsChosen ? proves.SentenceOfChosen : proves.Sentence,
            [.. lines.Select(line => new CheckView(line.Line, line.Stratum, line.Record, line.Result, line.Note, line.Version))]);
    }
}

/// <summary>The samples of a city.</summary>
public sealed record SampleList(IReadOnlyList<SampleView> Samples);

/// <summary>One record to check; it is named by file and line, never by a person.</summary>
public sealed record CheckView(int Line, string Stratum, string Record, CheckResult Result, string Note, int Version);

/// <summary>What a check found.</summary>
public sealed record CheckInput(CheckResult Result, string Note = "");

/// <summary>Ends a candidacy.</summary>
/// <param name="Sha256">Of the paper that proves it.</param>
public sealed record Proven(string Reason, string Sha256);

/// <summary>A city's place in its province.</summary>
public sealed record RankView(int City, string Name, decimal Total, int Rank, bool WithinPlaces, bool TiedAtLine, bool Vetoed, int BestRank, int WorstRank, bool Sensitive, string? Grade, int OpenItems, Standing Standing)
{
    /// <summary>The key of the words for where it lies to the quota line.</summary>
    internal string Within => Vetoed ? "province.why_veto" : TiedAtLine ? "province.tied" : WithinPlaces ? "province.in" : "province.out";
}

/// <summary>The ranking of a province with its quota line.</summary>
public sealed record RankingView(int Province, string Name, int Places, BilingualText Quota, IReadOnlyList<RankView> Cities);

/// <summary>Whom a province recommends.</summary>
/// <param name="Reason">Needed when a city with a higher score is passed over.</param>
public sealed record RecommendationInput(IReadOnlyList<int> Cities, string Reason = "");

/// <summary>Cities of a list.</summary>
public sealed record CityCodes(IReadOnlyList<int> Cities);

/// <summary>From when to when a list is public.</summary>
public sealed record PublicityInput(DateOnly FirstDay, DateOnly LastDay);

/// <summary>A city on a public list.</summary>
public sealed record ListedCity(int City, string Name, Standing Standing);

/// <summary>A public list.</summary>
/// <param name="Province">0 is the nation's.</param>
public sealed record PublicityView(int Province, string Name, DateOnly FirstDay, DateOnly LastDay, bool Running, IReadOnlyList<ListedCity> Cities);

/// <summary>The public lists of a round.</summary>
public sealed record PublicityList(string Round, string Name, IReadOnlyList<PublicityView> Lists);

/// <summary>An objection to a city on a public list.</summary>
/// <param name="Subject">In a few words, without names of persons: it is shown to the offices and kept in the archive.</param>
/// <param name="Text">The whole objection; only the office that handles it can read it.</param>
/// <param name="Contact">How the office can answer; kept with the text.</param>
public sealed record ObjectionInput(int Province, int City, string Subject, string Text, string Contact = "");

/// <summary>The receipt of an objection.</summary>
/// <param name="Sha256">Of the text as it was received.</param>
public sealed record ObjectionReceipt(string Id, DateOnly ReceivedOn, string Sha256);

/// <summary>An objection as the offices see it.</summary>
public sealed record ObjectionView(string Id, int Province, int City, DateOnly ReceivedOn, string Subject, string Sha256, ObjectionResult Result, string Handling, int Version)
{
    public static ObjectionView Of(ObjectionRow x) => new(x.Id, x.ProvinceCode, x.CityCode, x.ReceivedOn, x.Subject, x.Sha256, x.Result, x.Handling, x.Version);
}

/// <summary>The objections that the caller's office handles.</summary>
public sealed record ObjectionList(IReadOnlyList<ObjectionView> Objections);

/// <summary>How an objection was handled.</summary>
public sealed record HandlingInput(ObjectionResult Result, string Handling);

/// <summary>The first half of a designation: hash of the list.</summary>
public sealed record Proposed(string Hash);

/// <summary>A verified breach.</summary>
public sealed record ViolationInput(string Id, string Description, string Sha256);

/// <summary>A verified breach by a designated city.</summary>
public sealed record ViolationView(string Id, int City, DateOnly FoundOn, string Description, string Sha256)
{
    public static ViolationView Of(ViolationRow x) => new(x.Id, x.CityCode, x.FoundOn, x.Description, x.Sha256);
}

/// <summary>A figure that has stayed worse than at designation.</summary>
public sealed record AlertView(int City, string Item, decimal Baseline, IReadOnlyList<AlertPeriod> Run, string Sentence);

/// <summary>One period of a decline.</summary>
public sealed record AlertPeriod(string Period, decimal Value);

/// <summary>The designated cities, with alerts and violations.</summary>
public sealed record SupervisionView(string Round, string? Release, IReadOnlyList<RoundCity> Cities, IReadOnlyList<AlertView> Alerts, IReadOnlyList<ViolationView> Violations);

/// <summary>One entry of the audit log.</summary>
public sealed record HistoryEntry(long Sequence, string At, string Actor, string Role, string Act, string Subject, string Hash);

/// <summary>What was done in a round, the latest first.</summary>
public sealed record HistoryList(IReadOnlyList<HistoryEntry> Entries);

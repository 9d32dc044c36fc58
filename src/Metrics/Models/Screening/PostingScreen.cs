using System.Text.RegularExpressions;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Metrics.Models.Screening;

/// <summary>A rule that fired: a lead for a person, who confirms or dismisses it.</summary>
/// <param name="Part">Where it stands: title, text, pay or number.</param>
/// <param name="Sentence">The sentence or list item, as written.</param>
/// <param name="Start">First character of the words that fired, in the part as written.</param>
/// <param name="Exempted">Why the hit is taken back; null for one that stands.</param>
public sealed record ScreeningHit(ScreeningRule Rule, string Part, string Sentence, int Start, int Length, string Words, string? Exempted);

/// <summary>Reads the parts of a posting with a set of rules. Pure: the same text always gives the same hits.</summary>
public sealed class PostingScreen
{
    const int NearReach = 40;

    readonly IReadOnlyList<CompiledRule> rules;
    readonly Regex negation;
    readonly Regex talk;

    public PostingScreen(ScreeningRules definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Definition = definition;
        var words = new ScreeningWords(definition);
        rules = [.. definition.Rules.Select(rule => new CompiledRule(rule, words))];
        negation = words.Pattern(@"(?:{no})(?:要求|招|限|做|查|收|含|包含|包括|设|存在|打算|涉及|进行|是)?$", "negation");
        talk = words.Pattern(@"(?:{talk})[^，,。;\n]{0,10}$", "talk of the ban");
    }

    public ScreeningRules Definition { get; }

    /// <summary>The hits that stand in a lone text, which counts as every part of a posting.</summary>
    public IReadOnlyList<ScreeningHit> Screen(string text) => [.. ScreenWithExempted(text).Where(hit => hit.Exempted is null)];

    /// <summary>All hits in a lone text, with those that an exemption took back.</summary>
    public IReadOnlyList<ScreeningHit> ScreenWithExempted(string text) => Screen(ScreeningText.Of(text), "text", rules);

    /// <summary>The hits of a posting; 面议 and 若干 only count where pay and number stand.</summary>
    public IReadOnlyList<ScreeningHit> Screen(PostingText posting)
    {
        ArgumentNullException.ThrowIfNull(posting);
        return
        [
            .. Part(posting.Title, "title", PostingPart.Text),
            .. Part(posting.Text, "text", PostingPart.Text),
            .. Part(posting.Pay, "pay", PostingPart.Pay),
            .. Part(posting.Number, "number", PostingPart.Number),
        ];
    }

    IEnumerable<ScreeningHit> Part(string? text, string name, PostingPart part) => string.IsNullOrWhiteSpace(text)
        ? []
        : Screen(ScreeningText.Of(text), name, rules.Where(rule => rule.Rule.Reads == part)).Where(hit => hit.Exempted is null);

    List<ScreeningHit> Screen(ScreeningText text, string part, IEnumerable<CompiledRule> applied)
    {
        var hits = new List<ScreeningHit>();
        foreach (var rule in applied.Where(rule => rule.MayFire(text.Normal)))
        {
            var covered = -1;
            foreach (var match in rule.Forms.SelectMany(form => form.Matches(text.Normal)).Where(match => match.Length > 0)
                         .OrderBy(match => match.Index).ThenByDescending(match => match.Length))
            {
                var exempted = Exempted(rule, text, match);
                if (match.Index < covered && exempted is null && hits[^1].Exempted is null) continue; // another form of the same words
                covered = match.Index + match.Length;
                hits.Add(Hit(rule.Rule, text, part, match, exempted));
            }
        }
        return hits;
    }

    static ScreeningHit Hit(ScreeningRule rule, ScreeningText text, string part, Match match, string? exempted)
    {
        var (from, to) = text.Around(match.Index, match.Index + match.Length, commasBreak: false);
        var (sentence, sentenceLength) = text.Place(from, to - from);
        var (start, length) = text.Place(match.Index, match.Length);
        return new(rule, part, text.Original.Substring(sentence, sentenceLength).Trim(), start, length, text.Original.Substring(start, length), exempted);
    }

    string? Exempted(CompiledRule rule, ScreeningText text, Match match)
    {
        if (rule.Rule.Reads != PostingPart.Text) return null;
        var (clause, clauseEnd) = text.Around(match.Index, match.Index + match.Length, commasBreak: true);
        var before = text.Normal[clause..match.Index];
        if (negation.IsMatch(before)) return "否定";
        if (talk.IsMatch(before)) return "写的是禁止或防范";
        foreach (var (exemption, pattern) in rule.Exempt)
            if (Applies(exemption.Within, pattern, text, match, clause, clauseEnd)) return exemption.Reason;
        return null;
    }

    static bool Applies(Reach reach, Regex pattern, ScreeningText text, Match match, int clause, int clauseEnd)
    {
        var (from, to) = text.Around(match.Index, match.Index + match.Length, commasBreak: false);
        var end = match.Index + match.Length;
        return reach switch
        {
            Reach.Clause => pattern.IsMatch(text.Normal[clause..clauseEnd]),
            Reach.Sentence => pattern.IsMatch(text.Normal[from..to]),
            Reach.Before => pattern.IsMatch(text.Normal[from..match.Index]),
            Reach.Near => pattern.IsMatch(text.Normal[Math.Max(0, match.Index - NearReach)..Math.Min(text.Normal.Length, end + NearReach)]),
            Reach.Text => pattern.IsMatch(text.Normal),
            _ => pattern.Matches(text.Normal).Any(other => other.Index < end && match.Index < other.Index + other.Length),
        };
    }
}

/// <summary>The parts of a posting that are screened; a part that a source does not have is null.</summary>
public sealed record PostingText(string Title, string? Text, string? Pay = null, string? Number = null);

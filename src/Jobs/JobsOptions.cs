using System.ComponentModel.DataAnnotations;

namespace DemoCityAnalytics.Jobs;

/// <summary>Where jobs are kept and what they watch.</summary>
public sealed class JobsOptions : IValidatableObject
{
    /// <summary>PostgreSQL database that keeps the jobs over a restart. Without it they are kept in memory; the timetable is the same.</summary>
    /// <value>Default: none.</value>
    [DataType(DataType.Password)] public string? ConnectionString { get; set; }

    /// <summary>Schema of the job tables in PostgreSQL.</summary>
    /// <value>Default: <c>hangfire</c>.</value>
    [Required, RegularExpression("^[a-z_][a-z0-9_]{0,62}$")] public string SchemaName { get; set; } = "hangfire";

    /// <summary>Drop folder: files in <c>Inbox/SOURCE/</c> are loaded, then moved to <c>Inbox/loaded/</c> or <c>Inbox/refused/</c>. Without it the load job has nothing to do.</summary>
    /// <value>Default: none.</value>
    public string? Inbox { get; set; }

    /// <summary>A file is taken from the drop folder when it has not changed for this many seconds: it may still be being copied.</summary>
    /// <value>Default: 30.</value>
    [Range(0, 86_400)] public int InboxQuietSeconds { get; set; } = 30;

    /// <summary>Jobs that run at the same time; the warehouse itself has one writer.</summary>
    /// <value>Default: 2.</value>
    [Range(1, 64)] public int Workers { get; set; } = 2;

    /// <summary>Seconds after which the job of a process that died is taken up by another. A running job prolongs it by itself.</summary>
    /// <value>Default: 120.</value>
    [Range(5, 3600)] public int TakeOverSeconds { get; set; } = 120;

    /// <summary>Seconds after which the lock of a process that died is released.</summary>
    /// <value>Default: 120.</value>
    [Range(5, 3600)] public int LockSeconds { get; set; } = 120;

    /// <summary>Whether the nightly screening of postings reads them with the text model too, beside the rules. On real postings it has found nothing beyond them.</summary>
    /// <value>Default: <c>false</c>.</value>
    public bool ScreenWithTextModel { get; set; }

    /// <summary>Tables and addresses that are read by the timetable, each for one source and city.</summary>
    /// <value>Default: none.</value>
    public IList<ScheduledPull> Pulls { get; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var issues = Pulls.SelectMany((pull, place) => pull.Validate(validationContext)
            .Select(issue => new ValidationResult(issue.ErrorMessage, [$"{nameof(Pulls)}:{place}:{issue.MemberNames.Single()}"]))).ToList();
        if (issues.Count > 0) return issues;
        return Pulls.GroupBy(pull => pull.JobId(), StringComparer.Ordinal).Where(same => same.Count() > 1)
            .Select(same => new ValidationResult($"{same.Key} is named {same.Count()} times.", [nameof(Pulls)]));
    }
}

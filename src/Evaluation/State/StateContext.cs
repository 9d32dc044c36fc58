using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DemoCityAnalytics.Evaluation.State;

/// <summary>The state's tables, the same on SQLite and PostgreSQL.</summary>
public sealed class StateContext(DbContextOptions<StateContext> options) : DbContext(options)
{
    public DbSet<RoundRow> Rounds => Set<RoundRow>();
    public DbSet<FreezeRow> Freezes => Set<FreezeRow>();
    public DbSet<CityRow> Cities => Set<CityRow>();
    public DbSet<ScoreRow> Scores => Set<ScoreRow>();
    public DbSet<EvidenceRow> Evidence => Set<EvidenceRow>();
    public DbSet<AssignmentRow> Assignments => Set<AssignmentRow>();
    public DbSet<ReportRow> Reports => Set<ReportRow>();
    public DbSet<SampleRow> Samples => Set<SampleRow>();
    public DbSet<CheckRow> Checks => Set<CheckRow>();
    public DbSet<PublicityRow> Publicity => Set<PublicityRow>();
    public DbSet<ObjectionRow> Objections => Set<ObjectionRow>();
    public DbSet<ViolationRow> Violations => Set<ViolationRow>();
    public DbSet<ProposalRow> Proposals => Set<ProposalRow>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<DateOnly>().HaveConversion<DayText>();
        configurationBuilder.Properties<bool>().HaveConversion<int>();
        configurationBuilder.Properties<decimal>().HaveConversion<Hundredths>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<RoundRow>().ToTable("round").HasKey(row => row.Id);
        modelBuilder.Entity<FreezeRow>().ToTable("frozen_figures").HasKey(row => row.RoundId);
        modelBuilder.Entity<CityRow>().ToTable("round_city").HasKey(row => new { row.RoundId, row.CityCode });
        modelBuilder.Entity<ScoreRow>().ToTable("score").HasKey(row => new { row.RoundId, row.CityCode, row.Item, row.ScoreColumn });
        modelBuilder.Entity<EvidenceRow>().ToTable("evidence").HasKey(row => new { row.RoundId, row.CityCode, row.Item, row.Sha256 });
        modelBuilder.Entity<AssignmentRow>().ToTable("assignment").HasKey(row => new { row.RoundId, row.CityCode, row.Expert });
        modelBuilder.Entity<ReportRow>().ToTable("report").HasKey(row => new { row.RoundId, row.CityCode, row.Item });
        modelBuilder.Entity<SampleRow>().ToTable("sample").Ignore(row => row.IsChosen).HasKey(row => row.Id);
        modelBuilder.Entity<CheckRow>().ToTable("sample_check").HasKey(row => new { row.SampleId, row.Line });
        modelBuilder.Entity<PublicityRow>().ToTable("publicity").HasKey(row => new { row.RoundId, row.ProvinceCode });
        modelBuilder.Entity<ObjectionRow>().ToTable("objection").HasKey(row => row.Id);
        modelBuilder.Entity<ViolationRow>().ToTable("violation").HasKey(row => row.Id);
        modelBuilder.Entity<ProposalRow>().ToTable("proposal").HasKey(row => new { row.RoundId, row.Act, row.Subject });
        modelBuilder.Entity<AuditRow>().ToTable("audit").HasKey(row => row.Sequence);
        modelBuilder.Entity<AuditRow>().Property(row => row.Sequence).ValueGeneratedNever();
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase(property.Name));
                if (property.Name == nameof(IVersioned.Version)) property.IsConcurrencyToken = true;
            }
        }
    }

    static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }

    sealed class DayText() : ValueConverter<DateOnly, string>(
        day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Points have at most two decimals; as whole hundredths they are exact on both databases.</summary>
    sealed class Hundredths() : ValueConverter<decimal, long>(points => (long)(points * 100m), hundredths => hundredths / 100m);
}

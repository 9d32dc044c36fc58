using DemoCityAnalytics.Metrics.Definitions;

namespace DemoCityAnalytics.Metrics.Tests;

/// <summary>Random but repeatable staging rows of three cities over the year 2024, with what was carried over from before.</summary>
static class RandomRows
{
    static readonly int[] Areas = [130100, 130102, 130104, 130202, 330102];
    static readonly string[] Educations = ["11", "21", "31", "61", "71"];

    public static StagedWarehouse Warehouse(int seed, int rows, IndicatorCatalogue? catalogue = null)
    {
        var warehouse = new StagedWarehouse(catalogue);
        foreach (var city in new[] { StagedWarehouse.City, StagedWarehouse.OtherCity, StagedWarehouse.FarCity }) warehouse.Cover(city, "2024-01", "2024-12");
        Fill(warehouse, seed, rows);
        Levels(warehouse, seed);
        return warehouse;
    }

    /// <summary>Adds this many rows to each source of events.</summary>
    public static void Fill(StagedWarehouse warehouse, int seed, int rows, int? onlyArea = null)
    {
        var random = new Random(seed);
        for (var i = 0; i < rows; i++)
        {
            int Area() => onlyArea ?? Areas[random.Next(Areas.Length)];
            var first = StagedWarehouse.Index("2023-09") + random.Next(16);
            var day = new DateOnly(2024, 1, 1).AddDays(random.Next(366));
            var month = IndexOf(day);
            warehouse
                .Add("employment_registration", Area(), ("person_key", (long)random.Next(rows)), ("valid", random.Next(20) > 0), ("urban", random.Next(10) > 0),
                    ("employment_form", $"{random.Next(1, 5)}"), ("prior_status", $"{random.Next(1, 5)}"), ("is_renewal", random.Next(3) switch { 0 => null, _ => random.Next(10) == 0 }),
                    ("sex", random.Next(15) == 0 ? null : $"{random.Next(1, 3)}"), ("education", Educations[random.Next(Educations.Length)]), ("sector", $"{random.Next(1, 4)}"),
                    ("started_on", day), ("started_month", month), ("row_month", month), ("key_cells", 7), ("key_cells_filled", random.Next(5, 8)),
                    ("person_ids_checked", 1), ("person_ids_valid", random.Next(2)), ("credit_codes_checked", 1), ("credit_codes_valid", random.Next(2)))
                .Add("natural_attrition", Area(), ("urban", random.Next(5) > 0), ("occurred_on", day), ("occurred_month", month), ("row_month", month), ("key_cells", 3), ("key_cells_filled", 3))
                .Add("unemployment_registration", Area(), ("person_key", (long)i), ("registration_kind", $"{random.Next(1, 3)}"), ("urban", random.Next(10) > 0), ("job_will", random.Next(10) > 0),
                    ("valid", random.Next(10) > 0), ("registered_month", first), ("ended_month", random.Next(3) == 0 ? null : first + random.Next(8)), ("age_at_registration", random.Next(14, 64)),
                    ("row_month", first), ("key_cells", 6), ("key_cells_filled", random.Next(4, 7)), ("person_ids_checked", 1), ("person_ids_valid", 1))
                .Add("job_postings", Area(), ("openings", random.Next(8) == 0 ? null : (long)random.Next(1, 30)), ("published_month", first), ("ended_month", first + random.Next(5)),
                    ("occupation_major", random.Next(10)), ("row_month", first), ("key_cells", 5), ("key_cells_filled", random.Next(3, 6)), ("credit_codes_checked", 1), ("credit_codes_valid", random.Next(2)))
                .Add("job_seeking", Area(), ("registered_month", first), ("ended_month", first + random.Next(6)), ("occupation_major", random.Next(10)), ("row_month", first),
                    ("key_cells", 5), ("key_cells_filled", 5), ("person_ids_checked", random.Next(2)))
                .Add("service_rating", Area(), ("level", $"{Math.Min(5, random.Next(1, 9))}"), ("channel", $"{random.Next(1, 6)}"), ("origin_kind", $"{random.Next(1, 3)}"), ("rated_month", month),
                    ("row_month", month), ("key_cells", 5), ("key_cells_filled", 4))
                .Add("satisfaction_survey", Area(), ("respondent", $"{random.Next(1, 5)}"), ("score", random.Next(4) == 0 ? null : (long)random.Next(0, 101)), ("surveyed_month", month),
                    ("weight_hundredths", (long)random.Next(1, 500)));
        }
    }

    static void Levels(StagedWarehouse warehouse, int seed)
    {
        var random = new Random(seed);
        for (var month = StagedWarehouse.Index("2024-01"); month <= StagedWarehouse.Index("2024-12"); month++)
            // One city states its districts, the others the city as a whole.
            foreach (var area in new[] { 130102, 130104, 130200, 330100 })
                warehouse.Add("labour_stock", area, ("month", month), ("urban_employed", (long)random.Next(2_000, 9_000)));
        foreach (var city in new[] { StagedWarehouse.City, StagedWarehouse.OtherCity, StagedWarehouse.FarCity })
            warehouse.Add("target_plan", city, ("year", 2024L), ("indicator", "E01"), ("target", 250.5m), ("target_hundredths", 25_050L));
    }

    static int IndexOf(DateOnly day) => day.Year * 12 + day.Month - 1;
}

using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Metrics.Tests.Engine;

/// <summary>Random but repeatable staging rows of 2024 for indicators over funds, families, start-ups, named lists, registrations and occupations.</summary>
static class FurtherRows
{
    public static readonly int[] Cities = [StagedWarehouse.City, StagedWarehouse.OtherCity];
    static readonly int[] Areas = [130100, 130102, 130104, 130202];
    static readonly string[] Occupations = [.. Enumerable.Range(1, 16).Select(i => $"4-0{i % 4 + 1}-{i:00}"), "6-01", "2"];
    static readonly string[] Covered =
    [
        "fund_ledger", "zero_job_family", "unemployment_registration", "employment_registration", "hardship_certification", "key_group_roster", "startup", "startup_loan",
        "job_postings", "job_seeking",
    ];

    public static StagedWarehouse Warehouse(int seed, int rows)
    {
        var warehouse = new StagedWarehouse(withFurtherSources: true);
        var random = new Random(seed);
        foreach (var city in Cities)
            foreach (var source in Covered)
                warehouse.Connection.Execute(
                    "INSERT INTO ops.coverage VALUES (1, $source, $city, $first, $last)",
                    ("source", source), ("city", city), ("first", StagedWarehouse.Index("2024-01")), ("last", StagedWarehouse.Index("2024-12")));
        foreach (var city in Cities) warehouse.Touch(city);
        for (var i = 0; i < rows; i++) Add(warehouse, random, rows);
        foreach (var city in Cities)
        {
            foreach (var indicator in new[] { "E03", "E04", "E18" }) warehouse.Add("target_plan", city, ("year", 2024L), ("indicator", indicator), ("target", 33m), ("target_hundredths", 3_300L));
            for (var month = StagedWarehouse.Index("2024-01"); month <= StagedWarehouse.Index("2024-12"); month++)
            {
                warehouse.Add("startup_loan_balance", city, ("bank", "甲"), ("month", month), ("balance_fen", random.NextInt64(1_000_000, 9_000_000)), ("overdue_fen", random.NextInt64(900_000)));
                warehouse.Add("surveyed_unemployment", city, ("month", month), ("survey_group", "T"), ("rate_tenths", random.Next(4) == 0 ? null : (long)random.Next(30, 70)));
            }
        }
        foreach (var city in new[] { 130100, 130200, 330100 })
            warehouse.Add("application", city, ("batch", "第一批"), ("applied_on", new DateOnly(2024, 3, 1)), ("applied_month", StagedWarehouse.Index("2024-03")));
        return warehouse;
    }

    static void Add(StagedWarehouse warehouse, Random random, int rows)
    {
        int Area() => Areas[random.Next(Areas.Length)];
        DateOnly Day(int from = 0, int to = 366) => new DateOnly(2024, 1, 1).AddDays(random.Next(from, to));
        DateOnly? Maybe(DateOnly day) => random.Next(3) == 0 ? null : day;
        static int Month(DateOnly day) => day.Year * 12 + day.Month - 1;
        static int? MonthOf(DateOnly? day) => day is { } known ? Month(known) : null;

        var booked = Day();
        warehouse.Add("fund_ledger", Area(), ("booked_on", booked), ("booked_month", Month(booked)), ("fund", $"{random.Next(1, 3)}"), ("fund_use", $"{random.Next(1, 8)}"),
            ("fund_level", $"{random.Next(1, 6)}"), ("budget_fen", random.NextInt64(900_000)), ("executed_fen", random.NextInt64(900_000)));

        var certified = Day();
        var (worked, struckOff) = (Maybe(certified.AddDays(random.Next(120))), Maybe(certified.AddDays(random.Next(300))));
        warehouse.Add("zero_job_family", Area(), ("family_id", "F"), ("certified_on", certified), ("certified_month", Month(certified)), ("first_employed_on", worked),
            ("first_employed_month", MonthOf(worked)), ("cancelled_on", struckOff), ("cancelled_month", MonthOf(struckOff)));

        var person = (long)random.Next(rows / 2);
        var (registered, ended) = (Day(-200), Maybe(Day(0, 366)));
        if (ended < registered) ended = registered;
        warehouse.Add("unemployment_registration", Area(), ("person_key", person), ("registration_kind", $"{random.Next(1, 3)}"), ("urban", random.Next(6) > 0), ("valid", random.Next(6) > 0),
            ("registered_on", registered), ("registered_month", Month(registered)), ("ended_on", ended), ("ended_month", MonthOf(ended)), ("end_reason", ended is null ? null : $"{random.Next(1, 3)}"),
            ("job_will", true), ("age_at_registration", 30));
        var started = Day();
        warehouse.Add("employment_registration", Area(), ("person_key", (long)random.Next(rows / 2)), ("valid", random.Next(6) > 0), ("urban", true), ("employment_form", "1"), ("prior_status", "1"),
            ("is_renewal", false), ("started_on", started), ("started_month", Month(started)));
        var hard = Day(-100);
        warehouse.Add("hardship_certification", Area(), ("person_key", (long)random.Next(rows / 2)), ("valid", random.Next(6) > 0), ("hardship_kind", $"{random.Next(1, 4)}"), ("certified_on", hard),
            ("certified_month", Month(hard)), ("cancelled_on", Maybe(hard.AddDays(random.Next(200)))), ("valid_to", Maybe(hard.AddDays(random.Next(400)))));

        var entered = Day(-100, 200);
        var (employed, left) = (Maybe(entered.AddDays(random.Next(-50, 100))), Maybe(entered.AddDays(random.Next(300))));
        warehouse.Add("key_group_roster", Area(), ("person_key", person), ("key_group", $"{random.Next(1, 4)}"), ("entered_on", entered), ("entered_month", Month(entered)), ("job_will", true),
            ("employed_on", employed), ("employed_month", MonthOf(employed)), ("left_on", left), ("left_month", MonthOf(left)));

        var supported = Day();
        warehouse.Add("startup", Area(), ("support_kind", $"{random.Next(1, 5)}"), ("supported_on", supported), ("supported_month", Month(supported)), ("jobs_created", (long)random.Next(9)));
        warehouse.Add("startup_loan", Area(), ("borrower_group", "1"), ("paid_on", supported), ("paid_month", Month(supported)), ("amount_fen", random.NextInt64(30_000_000)));

        var published = Month(Day(-100));
        // Openings lie in all occupations, seekers in the first ones.
        warehouse.Add("job_postings", Area(), ("occupation", Occupations[random.Next(Occupations.Length)]), ("openings", random.Next(9) == 0 ? null : (long)random.Next(1, 3)),
            ("published_month", published), ("ended_month", published + random.Next(5)), ("occupation_major", 4));
        warehouse.Add("job_seeking", Area(), ("occupation", Occupations[random.Next(random.Next(1, 8))]), ("registered_month", published), ("ended_month", published + random.Next(5)),
            ("occupation_major", 4));
    }
}

using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Identifiers;

namespace DemoCityAnalytics.Generator.Truth;

/// <summary>One registered start of work, as it stands after all its corrections; days are 0 where there is none.</summary>
readonly record struct Employment(
    PersonNumber Person, int StartedOn, int Ordinal, int District, string Sex, string Education, string Form, string Sector, string PriorStatus,
    bool Valid, bool Urban, bool IsRenewal)
{
    public int RegisteredOn { get; init; }
    public int EndedOn { get; init; }
    public int EndRegisteredOn { get; init; }
    public string CreditCode { get; init; } = "";

    /// <summary>Whether it is one of the list of new employment (E01), of which each person counts once a year.</summary>
    public bool IsListed => Valid && Urban && !IsRenewal && PriorStatus != "4" && Form.Length > 0;
}

/// <summary>One unemployment registration.</summary>
readonly record struct UnemploymentSpell(
    PersonNumber Person, int Registered, int Ended, int Ordinal, int District, string Sex, string Education, string Kind, string EndReason,
    bool Urban, bool JobWill, bool Valid)
{
    /// <summary>Full years on the day of registration.</summary>
    public int Age => Person.AgeOn(DateOnly.FromDayNumber(Registered));

    /// <summary>Whether it counts among the registered unemployed (E05).</summary>
    public bool IsRegisteredUnemployed => Valid && Urban && JobWill && Kind == "1" && Age is >= 16 and < 60;
}

/// <summary>One posting; days and openings are 0 where there are none.</summary>
sealed record Posting(string Id, int PublishedOn, int EndMonth, int ValidTo, int ClosedOn, int Openings, string Occupation, int District)
{
    /// <summary>Whether it names the employer, the openings, the pay, the work and its end.</summary>
    public bool IsComplete { get; init; }

    public bool HasWrongCode { get; init; }

    /// <summary>The employer as the register has it; nobody where the posting does not say which it is.</summary>
    public RegisteredEmployer? Employer { get; init; }

    public int PublishedMonth => Timeline.MonthOf(PublishedOn);

    /// <summary>Whether it is in force in some day of the month: published by then and not ended before.</summary>
    public bool IsInForce(int month) => PublishedMonth <= month && EndMonth >= month;
}

/// <summary>One job seeker's registration; nobody where the number was masked or never noted.</summary>
readonly record struct Seeker(PersonNumber? Person, string Sex, string Education, string Occupation, int RegisteredOn, int EndMonth, int District)
{
    public int BirthMonth { get; init; }
}

/// <summary>What the register says of an employer: its industry, and whether the state owns it.</summary>
sealed record RegisteredEmployer(string Industry, bool IsState);

/// <summary>Somebody who left work for good.</summary>
readonly record struct Attrition(PersonNumber Person, int OccurredOn);

/// <summary>One rating of a handled case.</summary>
readonly record struct Rating(int Level, bool ByUser, int RatedOn, int FixedOn, bool FollowedUp);

/// <summary>Resident labour force of the city at the end of a year.</summary>
readonly record struct LabourForce(int December, long Persons);

namespace DemoCityAnalytics.Cli.Gallery;

/// <summary>A page, or a state of one, to take pictures of.</summary>
/// <param name="Name">Start of the pictures' names.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Office">Who looks at it; null for the public.</param>
sealed record GalleryPage(string Name, string Address, string? Office = null)
{
    /// <summary>Scripts that are run one after another, each leading to the next page: a form filled in and sent.</summary>
    public IReadOnlyList<string> Acts { get; init; } = [];

    /// <summary>Whether it is looked at as it is printed, too.</summary>
    public bool OnPaper { get; init; }

    public string In(string language) => $"{Address}{(Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}";
}

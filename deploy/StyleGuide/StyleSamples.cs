using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Charts;

namespace RecoveryCoP.StyleGuide;

/// <summary>Invented data for the pictures of the style page.</summary>
internal static class StyleSamples
{
    public static Text Here => PagePath.Of<StylePage>();

    public static IReadOnlyList<BalanceShare> Shares { get; } =
    [
        new("practice", StyleText.PracticeStream, 250, 40, 60),
        new("system", StyleText.SystemStream, 80, 30, 50),
        new("community", StyleText.CommunityStream, 105, 5, 20),
    ];

    public static IReadOnlyList<BalanceShare> NoShares { get; } = [.. Shares.Select(s => s with { Minutes = 0, BandFrom = null, BandTo = null })];

    public static IReadOnlyList<AttendancePoint> Attendance { get; } =
        [.. Enumerable.Range(0, 24).Select(month => new AttendancePoint(new DateOnly(2024, 1, 17).AddMonths(month), 6 + month * 7 % 9, 2 + month * 5 % 8))];

    public static IReadOnlyList<RegionTile> Regions { get; } =
    [
        .. Node.Localization.Regions.All.Select(region => region.Code switch
        {
            "06" => new RegionTile(region.Code, StyleText.ManyPractices, 3, Here),
            "07" or "11" => new RegionTile(region.Code, StyleText.SomePractices, 2, Here),
            "05" or "10" => new RegionTile(region.Code, StyleText.OneChapter, 1, Here),
            _ => new RegionTile(region.Code, StyleText.NoChapter, 0, null),
        }),
    ];

    public static IReadOnlyList<StageStep> Steps { get; } =
    [
        new(StyleText.Exploration, StageMark.Passed, new("février 2025", "February 2025")),
        new(StyleText.Installation, StageMark.Passed, new("juin 2025", "June 2025")),
        new(StyleText.Initial, StageMark.Current, new("janvier 2026", "January 2026")),
        new(StyleText.Full, StageMark.Ahead, null),
        new(StyleText.Sustained, StageMark.Ahead, null),
    ];

    public static IReadOnlyList<StageStep> EndedSteps { get; } =
    [
        Steps[0],
        Steps[1] with { Mark = StageMark.Ended },
        .. Steps.Skip(2).Select(s => s with { Mark = StageMark.Ahead, Since = null }),
    ];

    /// <summary>A tree of practices; the second is the page's own.</summary>
    public static PracticeKin Lineage { get; } = Kin("a", 1, "Le café du mardi", "fr",
        Kin("b", 2, "La marche du jeudi, pour celles et ceux qui n’aiment pas rester assis autour d’une table de café", "fr",
            Kin("a", 3, "Thursday walk on the shore", "en")),
        Kin("b", 4, "", "", Kin("b", 5, "Le thé du dimanche", "fr")));

    public static IReadOnlyList<LibraryNode> Communities { get; } =
    [
        Community("a", StyleText.SampleChapter),
        Community("b", StyleText.OtherChapter),
    ];

    public static string CommunityId(string letter) => string.Concat(Enumerable.Repeat(letter, 32));

    public static Guid PracticeId(int number) => new(number, 0, 0, new byte[8]);

    private static PracticeKin Kin(string community, int number, string title, string language, params PracticeKin[] adaptations) =>
        new(CommunityId(community), PracticeId(number), title, language, number > 1 ? new() { AdaptedParts = { "place", "form" } } : null, adaptations);

    private static LibraryNode Community(string letter, Text name) =>
        new() { NodeId = CommunityId(letter), NameFr = name.Fr, NameEn = name.En, PublicContact = "", WebAddress = "", BeforeFr = "", BeforeEn = "" };
}

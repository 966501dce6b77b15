using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Charts;
using RecoveryCoP.StyleGuide.Planned;

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
        new(StyleText.Exploration, StageMark.Passed, new DateOnly(2025, 2, 3)),
        new(StyleText.Installation, StageMark.Passed, new DateOnly(2025, 6, 1)),
        new(StyleText.Initial, StageMark.Current, new DateOnly(2026, 1, 20)),
        new(StyleText.Full, StageMark.Ahead, null),
        new(StyleText.Sustained, StageMark.Ahead, null),
    ];

    public static IReadOnlyList<StageStep> EndedSteps { get; } =
    [
        Steps[0],
        Steps[1] with { Mark = StageMark.Ended },
        .. Steps.Skip(2).Select(s => s with { Mark = StageMark.Ahead, Since = null }),
    ];

    public static LineageNode Lineage { get; } = Practice("Le café du mardi", "Tuesday coffee", StyleText.SampleChapter, here: false,
        Practice("La marche du jeudi, pour celles et ceux qui n’aiment pas rester assis autour d’une table de café", null, StyleText.OtherChapter, here: true,
            Practice(null, "Thursday walk on the shore", StyleText.SampleChapter, here: false)),
        Practice("Le thé du dimanche", "Sunday tea", StyleText.OtherChapter, here: false));

    private static LineageNode Practice(string? fr, string? en, Text chapter, bool here, params LineageNode[] adaptations) =>
        new(new Bilingual(fr, en), new Bilingual(chapter.Fr, chapter.En), Here, here, adaptations);
}

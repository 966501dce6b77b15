using System.Text.RegularExpressions;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.SampleChapters;

namespace RecoveryCoP.Chapter.Tests.SampleChapters;

public sealed partial class The_sample_chapters
{
    [Theory, MemberData(nameof(SampleFolders.All), MemberType = typeof(SampleFolders))]
    public async Task can_be_played_as_they_are(string name, int members)
    {
        var sample = await SampleFolders.Read(name);

        Assert.Equal(members, sample.Chapter.Members.Count);
        Assert.Equal(24, sample.Meetings.Meetings.Count);
        Assert.Single(sample.Meetings.Meetings, m => m.Cancelled is not null);
    }

    [Fact]
    public async Task hold_twenty_five_practices_twelve_of_them_in_both_languages_and_one_adapted()
    {
        var practices = new List<PracticeFile>();
        foreach (var name in SampleFolders.Names)
        {
            practices.AddRange((await SampleFolders.Read(name)).Originals);
        }

        Assert.Equal(25, practices.Count(p => p.TranslationOf.Length == 0));
        Assert.Contains(Assert.Single(practices, p => p.AdaptedFrom.Length > 0).AdaptedFrom, practices.Select(p => p.Key));
        Assert.Equal(12, practices.Count(p => p.TranslationOf.Length > 0));
        Assert.All(practices.Where(p => p.TranslationOf.Length > 0), t => Assert.NotEqual(t.Fact("language"), practices.Single(p => p.Key == t.TranslationOf).Fact("language")));
        // Who leads, what it rests on and whom to ask is said where there is something to say; at least once in each language.
        string[] whereThereIsSome = ["Who can lead", "Sources", "Contact"];
        Assert.All(practices, p => Assert.Empty(PracticeFile.Sections.Except(p.Texts.Keys).Except(whereThereIsSome)));
        Assert.Equal(["en", "fr"], practices.Where(p => PracticeFile.Sections.All(p.Texts.ContainsKey)).Select(p => p.Fact("language")).Distinct().Order());
        Assert.All(practices, p => Assert.InRange(Words().Count($"{p.Title} {p.Summary} {string.Join(' ', p.Texts.Values)}"), 250, 520));
    }

    [Theory, MemberData(nameof(SampleFolders.All), MemberType = typeof(SampleFolders))]
    public async Task have_an_executive_committee_of_five_and_somebody_for_every_role(string name, int members)
    {
        var chapter = (await SampleFolders.Read(name)).Chapter;

        Assert.Equal(5, chapter.Members.Count(m => m.Roles.Contains(ChapterRoles.Executive)));
        Assert.All(ChapterRoles.All, role => Assert.Contains(chapter.Members, m => m.Roles.Contains(role.Code)));
        Assert.InRange(chapter.Members.Count(m => m.Roles.Count == 0), members / 2, members);
    }

    [Theory, MemberData(nameof(SampleFolders.All), MemberType = typeof(SampleFolders))]
    public async Task name_nobody_outside_example_org(string name, int members)
    {
        Assert.Equal(members, (await SampleFolders.Read(name)).Chapter.Members.Count(m => m.Address.EndsWith(SampleChecks.Domain, StringComparison.Ordinal)));
        Assert.All(Texts(name), t => Assert.All(Addresses().Matches(t.Text), a => Assert.EndsWith("example.org", a.Value, StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(SampleFolders.All), MemberType = typeof(SampleFolders))]
    public void keep_to_the_typography_of_their_language(string name, int members)
    {
        Assert.True(members > 0);
        Assert.All(Texts(name), t =>
        {
            Assert.DoesNotContain('\'', t.Text);
            Assert.DoesNotMatch(@"[\s\u00a0][;!?]", t.Text);
            Assert.DoesNotMatch(@"«[^\u00a0]|[^\u00a0]»", t.Text);
        });
        // A colon in a sentence; the one of the facts on top follows a key, and the one in an hour a figure.
        Assert.All(Texts(name).Where(t => t.Path.EndsWith(".fr.md", StringComparison.Ordinal) || t.Path.EndsWith(".fr.2.md", StringComparison.Ordinal)),
            t => Assert.DoesNotMatch(@"[^\u00a0\d]:", t.Text.Split("---\n", 3)[2]));
    }

    [Fact]
    public async Task are_out_of_balance_where_that_has_something_to_say()
    {
        Assert.True((await LastSix("montreal")).Lack(TopicStream.System, BalanceBands.Default) > 0);
        Assert.True((await LastSix("gaspesie")).Excess(TopicStream.System, BalanceBands.Default) > 0);
        Assert.True((await LastSix("outaouais")).IsWithin(BalanceBands.Default));
    }

    private static async Task<AgendaBalance> LastSix(string name) => (await SampleFolders.Read(name)).Meetings.Meetings
        .Where(m => m.Cancelled is null && m.MonthsAgo > 0).TakeLast(AgendaBalance.EarlierMeetings)
        .SelectMany(m => m.Agenda)
        .Aggregate(AgendaBalance.None, (sum, item) => sum.Plus(item.Stream, item.Minutes));

    private static IEnumerable<(string Path, string Text)> Texts(string name) =>
        Directory.EnumerateFiles(SampleFolders.PathOf(name), "*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) is ".md" or ".json").Select(path => (path, File.ReadAllText(path)));

    [GeneratedRegex(@"\w[\w’-]*")]
    private static partial Regex Words();

    [GeneratedRegex(@"[\w.+-]+@[\w.-]+\w|https?://[^/\s""]+")]
    private static partial Regex Addresses();
}

using Microsoft.Data.Sqlite;
using RecoveryCoP.SampleChapters;

namespace RecoveryCoP.Chapter.Tests.SampleChapters;

public sealed class A_faulty_sample
{
    /// <summary>One word of one file, what it becomes, and where the fault is seen.</summary>
    public static TheoryData<string, string, string, string, string> Faults => new()
    {
        { "chapter.json", "\"founder\": \"theodore\"", "\"founder\": \"nobody\"", "chapter.json: founder", "sample.no-such-member" },
        { "chapter.json", "oliver.milkweed@example.org", "oliver@milkweed.test", "chapter.json: members[0].address", "sample.address-elsewhere" },
        { "chapter.json", "\"key\": \"camille\"", "\"key\": \"oliver\"", "chapter.json: members[1].key", "sample.twice" },
        { "chapter.json", "\"prefers\": \"in-person\"", "\"prefers\": \"sometimes\"", "chapter.json: members[0].prefers", "form.choice-unknown" },
        { "chapter.json", "\"roles\": [\"executive\", \"facilitator\"]", "\"roles\": [\"queen\"]", "chapter.json: members[0].roles", "sample.unknown" },
        { "chapter.json", "\"roles\": [\"secretary\"]", "\"roles\": []", "chapter.json: members", "sample.role-missing" },
        { "chapter.json", "\"region\"", "\"regoin\"", "chapter.json: $.regoin", "sample.unreadable" },
        { "meetings.json", "\"presenter\": \"camille\"", "\"presenter\": \"nobody\"", "meetings.json: meetings[0].agenda[1].presenter", "sample.no-such-member" },
        { "meetings.json", "\"presenter\": \"camille\"", "\"presenter\": \"victor\"", "meetings.json: meetings[0].agenda[1].presenter", "sample.too-early" },
        { "meetings.json", "\"practice\": \"two-languages-one-room.en\"", "\"practice\": \"no-such.en\"", "meetings.json: meetings[1].agenda[2].practice", "sample.no-such-practice" },
        { "meetings.json", "\"practice\": \"two-languages-one-room.en\"", "\"practice\": \"une-page-pour-dix-ans.fr\"", "meetings.json: meetings[1].agenda[2].practice", "sample.too-early" },
        { "chapter.json", "\"shows\": [\"name\", \"talk-about\"]", "\"shows\": []", "meetings.json: meetings[1].agenda[2].presenter", "sample.not-shown" },
        { "meetings.json", "\"regrets\": [", "\"regrets\": [\"nobody\", ", "meetings.json: meetings[0].answers.regrets", "sample.no-such-member" },
        { "meetings.json", "\"monthsAgo\": 23", "\"monthsAgo\": 24", "meetings.json: meetings[0].monthsAgo", "sample.unknown" },
        { "meetings.json", "\"stream\": \"practice\"", "\"stream\": \"practise\"", "meetings.json: $.meetings[0].agenda[2].stream", "sample.unreadable" },
        { "meetings.json", "\"minutes\": 10", "\"minutes\": 0", "meetings.json: meetings[0].agenda[0].minutes", "meeting.item-minutes-missing" },
        { "meetings.json", "\"agenda\": [", "\"files\": [{ \"name\": \"../chapter.json\", \"title\": \"Un plan\" }], \"agenda\": [", "meetings.json: meetings[0].files[0].name", "sample.file-missing" },
        { "meetings.json", "\"leadDays\": 75", "\"leadDays\": 750", "meetings.json: series.leadDays", "series.lead-missing" },
        { "committees.json", "\"by\": \"camille\"", "\"by\": \"nobody\"", "committees.json: executive[0].by", "sample.no-such-member" },
        { "committees.json", "\"by\": \"camille\"", "\"by\": \"victor\"", "committees.json: executive[0].by", "sample.too-early" },
        { "committees.json", "\"inFavour\": 13", "\"inFavour\": 13000", "committees.json: vote.inFavour", "form.number-unclear" },
        { "adoptions.json", "\"by\": \"priya\"", "\"by\": \"nobody\"", "adoptions.json: adoptions[0].said[0].by", "sample.no-such-member" },
        { "adoptions.json", "\"weeksAgo\": 96", "\"weeksAgo\": 105", "adoptions.json: adoptions[0].said[0].weeksAgo", "sample.too-early" },
        { "adoptions.json", "\"practice\": \"two-languages-one-room.en\"", "\"practice\": \"no-such.en\"", "adoptions.json: adoptions[0].practice", "sample.no-such-practice" },
        { "adoptions.json", "The Two Bridges Workshop", "The Three Bridges Workshop", "adoptions.json: adoptions[0].organization", "sample.unknown" },
        { "practices/mon-plan-mon-tiroir.fr.md", "chime: [hope", "chime: [despair", "practices/mon-plan-mon-tiroir.fr.md: chime", "form.choice-unknown" },
        { "practices/mon-plan-mon-tiroir.fr.md", "author: camille", "author: nobody", "practices/mon-plan-mon-tiroir.fr.md: author", "sample.no-such-member" },
        { "practices/mon-plan-mon-tiroir.fr.md", "written: 93", "written: soon", "practices/mon-plan-mon-tiroir.fr.md: written", "sample.unknown" },
        { "practices/mon-plan-mon-tiroir.fr.md", "network: 90", "network: 93", "practices/mon-plan-mon-tiroir.fr.md: network", "sample.too-early" },
        { "practices/mon-plan-mon-tiroir.fr.md", "## Lessons", "## Leçons", "practices/mon-plan-mon-tiroir.fr.md: Leçons", "sample.unknown" },
        { "practices/mon-plan-mon-tiroir.en.md", "translation-of: mon-plan-mon-tiroir.fr", "translation-of: no-such.fr", "practices/mon-plan-mon-tiroir.en.md: translation-of", "sample.no-such-practice" },
        { "practices/change-agents-notebook.en.2.md", "revises: change-agents-notebook.en", "revises: no-such.en", "practices/change-agents-notebook.en.2.md: revises", "sample.no-such-practice" },
        { "practices/change-agents-notebook.en.2.md", "written: 33", "written: 90", "practices/change-agents-notebook.en.2.md: written", "sample.too-early" },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task is_refused_with_its_file_and_field(string file, string before, string after, string field, string code)
    {
        using var folder = new TemporaryFolder();
        var sample = SampleFolders.Copy("outaouais", folder);
        var path = Path.Combine(sample, file);
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var at = text.IndexOf(before, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} no longer says {before}");
        await File.WriteAllTextAsync(path, string.Concat(text.AsSpan(0, at), after, text.AsSpan(at + before.Length)), TestContext.Current.CancellationToken);

        var read = await SampleFolder.Read(sample, TestContext.Current.CancellationToken);

        Assert.Contains(read.Refusals, p => p.Field == field && p.Code == code);
    }

    [Fact]
    public async Task leaves_nothing_behind_so_that_the_folder_can_still_be_founded()
    {
        using var folder = new TemporaryFolder();
        var sample = SampleFolders.Copy("outaouais", folder);
        File.Delete(Path.Combine(sample, "meetings.json"));

        var exit = await SampleFolders.Init(sample, folder.File("data"));

        Assert.Equal(1, exit);
        await using var database = new SqliteConnection($"Data Source={folder.File("data", "node.db")};Mode=ReadOnly;Pooling=False");
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await using var count = database.CreateCommand();
        count.CommandText = "select (select count(*) from node) + (select count(*) from account) + (select count(*) from change_log)";
        Assert.Equal(0L, await count.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }
}

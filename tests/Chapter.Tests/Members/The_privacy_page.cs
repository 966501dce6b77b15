using RecoveryCoP.Node;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Tests.Members;

/// <summary>Whoever keeps more of people says so on the privacy page, or writes down here why it says nothing of anybody.</summary>
public sealed class The_privacy_page
{
    // What the node says of itself and to others, and how it keeps things: no person is in it. Items and library hold what the chapter chose to share.
    private static readonly string[] _impersonal =
    [
        "counter *", "change_log *", "follower_cursor *", "grain_state *", "OrleansQuery *", "node *",
        "feed_*", "item *", "item_content *", "item_counter *", "item_subject *", "library_*", "hub_link *", "hub_lane *", "receipt *", "receipt_withheld *", "practice_feed *", "practice_feed_withdrawal *", "withdrawn *", "schema_migration *", "security_head *", "security_seal *", "statistics_feed *",
        "balance-target *", "series version", "series skips", "meeting occurrence",
        "practice state", "practice lastNumber", "practice sharedInChapterAt",
        "meeting plannedAt", "meeting version", "meeting state", "meeting round", "meeting earlierStarts", "meeting guests", "meeting openActions", "meeting announcedAt", "meeting startedAt", "meeting closedAt",
        "statistics-return period",
    ];

    [Fact]
    public async Task says_just_what_is_stored_of_people()
    {
        using var folder = new TemporaryFolder();
        await using var program = await new NodeProgram(ChapterNode.Kind, ChapterNode.AddFeatures, typeof(ChapterNode).Assembly).Build(
            NodeSettings.Load(ChapterNode.Kind, new Dictionary<string, string?> { ["Node:DataFolder"] = folder.Folder("data") }), TestContext.Current.CancellationToken);
        var columns = await program.Services.GetRequiredService<Database>().Query<string>(
            "select m.name || ' ' || c.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite_%' order by 1", null, TestContext.Current.CancellationToken);
        var stored = columns.Concat(Properties()).ToList();
        var said = program.Services.GetServices<PrivacyEntry>().SelectMany(e => e.Stored).ToList();

        string[] kept = [.. stored.Where(place => !said.Concat(_impersonal).Any(s => Covers(s, place)))];
        string[] notKept = [.. said.Concat(_impersonal).Where(s => !stored.Any(place => Covers(s, place)))];
        Assert.True(kept.Length + notKept.Length == 0, $"Kept and not said: {string.Join(", ", kept)}. Said and not kept: {string.Join(", ", notKept)}.");
    }

    private static bool Covers(string said, string place) => said.EndsWith('*') ? place.StartsWith(said[..^1], StringComparison.Ordinal) : said == place;

    private static IEnumerable<string> Properties() =>
        from record in typeof(ChapterNode).Assembly.GetTypes()
        where record.IsAssignableTo(typeof(GrainRecord)) && !record.IsAbstract
        let kind = (string)record.GetField("Kind")!.GetRawConstantValue()!
        from property in record.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        where property.GetCustomAttribute<JsonIgnoreAttribute>() is null && property.Name != "EqualityContract"
        select $"{kind} {JsonNamingPolicy.CamelCase.ConvertName(property.Name)}";
}

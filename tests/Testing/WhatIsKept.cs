using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Testing;

/// <summary>Compares the rows of a program's privacy page with what it stores: columns of its tables, properties of its records.</summary>
internal static class WhatIsKept
{
    // What any node says of itself and to others, and how it keeps things: no person is in it. Items and library hold what was chosen to be shared.
    private static readonly string[] _impersonal =
    [
        "backup_record *", "counter *", "change_log *", "erasure *", "follower_cursor *", "grain_state *", "health_outage *", "OrleansQuery *", "node *", "feed_*", "item *", "item_counter *", "item_subject *",
        "library_adaptation *", "library_practice *", "library_revision *", "library_search *", "library_shown *", "library_template *", "library_token *", "mail_course *", "mail_setup *", "withdrawn *", "retention_run *", "schema_migration *", "security_head *", "security_seal *",
    ];

    /// <summary>Fails when something is stored that no row of the page says and that is not impersonal, and when a row says something that is not stored.</summary>
    /// <param name="kind">The program.</param>
    /// <param name="addFeatures">Registers its features.</param>
    /// <param name="assembly">Where its records are.</param>
    /// <param name="impersonal">What it stores beside what any node does, and no person is in it.</param>
    public static async Task IsSaid(NodeKind kind, Action<IServiceCollection> addFeatures, Assembly assembly, IEnumerable<string> impersonal)
    {
        using var folder = new TemporaryFolder();
        await using var program = await new NodeProgram(kind, addFeatures, assembly).Build(
            NodeSettings.Load(kind, new Dictionary<string, string?> { ["Node:DataFolder"] = folder.Folder("data") }), TestContext.Current.CancellationToken);
        var columns = await program.Services.GetRequiredService<Database>().Query<string>(
            "select m.name || ' ' || c.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite_%' order by 1", null, TestContext.Current.CancellationToken);
        var stored = columns.Concat(Properties(assembly)).ToList();
        string[] known = [.. program.Services.GetServices<PrivacyEntry>().SelectMany(e => e.Stored), .. _impersonal, .. impersonal];

        string[] kept = [.. stored.Where(place => !known.Any(s => Covers(s, place)))];
        string[] notKept = [.. known.Where(s => !stored.Any(place => Covers(s, place)))];
        Assert.True(kept.Length + notKept.Length == 0, $"Kept and not said: {string.Join(", ", kept)}. Said and not kept: {string.Join(", ", notKept)}.");
    }

    /// <summary>Fails where a place that the page names is in nobody's own data (<see cref="IPersonalData"/>) without a reason, or is given there and not named.</summary>
    public static async Task IsGiven(NodeKind kind, Action<IServiceCollection> addFeatures, Assembly assembly)
    {
        using var folder = new TemporaryFolder();
        await using var program = await new NodeProgram(kind, addFeatures, assembly).Build(
            NodeSettings.Load(kind, new Dictionary<string, string?> { ["Node:DataFolder"] = folder.Folder("data") }), TestContext.Current.CancellationToken);
        var entries = program.Services.GetServices<PrivacyEntry>().ToList();
        var given = program.Services.GetServices<IPersonalData>().SelectMany(d => d.Stored).ToHashSet();
        string[] named = [.. entries.SelectMany(e => e.Stored)];

        string[] withheld = [.. entries.Where(e => e.NotInMyData is null).SelectMany(e => e.Stored).Where(place => !given.Contains(place))];
        string[] unnamed = [.. given.Where(place => !named.Contains(place))];
        Assert.True(withheld.Length + unnamed.Length == 0, $"Kept and not given: {string.Join(", ", withheld)}. Given and not said: {string.Join(", ", unnamed)}.");
    }

    private static bool Covers(string said, string place) => said.EndsWith('*') ? place.StartsWith(said[..^1], StringComparison.Ordinal) : said == place;

    private static IEnumerable<string> Properties(Assembly assembly) =>
        from record in assembly.GetTypes()
        where record.IsAssignableTo(typeof(GrainRecord)) && !record.IsAbstract
        let kind = (string)record.GetField("Kind")!.GetRawConstantValue()!
        from property in record.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        where property.GetCustomAttribute<JsonIgnoreAttribute>() is null && property.Name != "EqualityContract"
        select $"{kind} {JsonNamingPolicy.CamelCase.ConvertName(property.Name)}";
}

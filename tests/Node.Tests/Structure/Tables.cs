using System.Text.RegularExpressions;

namespace RecoveryCoP.Node.Tests.Structure;

/// <summary>
/// Who writes a table. A feature is a folder <c>src/{project}/{Feature}</c>; within one program (a chapter or a hub, each with the chassis)
/// a table is written by the statements of one feature only, which also owns it when it creates it in its own folder.
/// Schema folders and .sql files are left out: they create, move and fill the tables of all features, which is what they are for.
/// </summary>
/// <remarks>Statements are found by their shape in C# text, in lower case as the house writes SQL; a table's name that is put together at run time is not seen.</remarks>
public sealed partial class The_tables
{
    [Theory]
    [InlineData("Chapter")]
    [InlineData("Hub")]
    public void are_each_written_by_one_feature(string program)
    {
        var shared =
            from file in Sources.Files
            where file.EndsWith(".cs", StringComparison.Ordinal) && !file.Contains("/Schema/", StringComparison.Ordinal)
            where file.StartsWith("src/Node/", StringComparison.Ordinal) || file.StartsWith($"src/{program}/", StringComparison.Ordinal)
            from table in WrittenIn(Sources.Read(file))
            group FeatureOf(file) by table into writers
            where writers.Distinct().Count() > 1
            select $"{writers.Key} is written by {string.Join(" and ", writers.Distinct())}";

        Assert.Empty(shared);
    }

    [Theory]
    [InlineData("insert into note (id) values (@id)", "note")]
    [InlineData("insert or ignore into feed_item select 1", "feed_item")]
    [InlineData("insert into a (id) values (1) on conflict do update set id = 2", "a")]
    [InlineData("update change_head set position = position + 1", "change_head")]
    [InlineData("update account a set name = @name", "account")]
    [InlineData("delete from note\n where id = @id", "note")]
    [InlineData("create table if not exists note (id text)", "note")]
    [InlineData("with gone as (delete from one returning id) insert into two select id from gone", "one", "two")]
    [InlineData("select id from note where id = @id for update")]
    [InlineData("  /// delete from note is what this says")]
    [InlineData("// update the set of members")]
    public void are_recognised_where_they_are_written(string text, params string[] tables) =>
        Assert.Equal(tables, WrittenIn(text));

    private static IEnumerable<string> WrittenIn(string text) =>
        Statement().Matches(Comment().Replace(text, "")).Select(match => match.Groups["table"].Value);

    private static string FeatureOf(string file) => string.Join('/', file.Split('/')[..3]);

    [GeneratedRegex("""\b(?:insert (?:or \w+ )?into|delete from|create (?:virtual |unlogged )?table(?: if not exists)?|(?<!\bdo )update(?=\s+\S+\s+(?:(?:as\s+)?\w+\s+)?set\b))\s+"?(?<table>[a-z][a-z0-9_]*)""")]
    private static partial Regex Statement();

    [GeneratedRegex("""^\s*//.*$""", RegexOptions.Multiline)]
    private static partial Regex Comment();
}

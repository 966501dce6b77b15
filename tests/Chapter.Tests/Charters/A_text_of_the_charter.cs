using System.Text.RegularExpressions;
using RecoveryCoP.Chapter.Charters;
using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Chapter.Tests.Charters;

public sealed partial class A_text_of_the_charter
{
    private static readonly CharterForm _good = new() { Fr = "Bonjour.\r\n\r\n## Un\r\nTexte.", En = "## One\nText." };

    public static TheoryData<string, string, CharterForm> Refused => new()
    {
        { "charter.text-missing", "Fr", _good with { Fr = " \n" } },
        { "charter.text-missing", "En", _good with { En = null } },
        { "form.too-long", "Fr", _good with { Fr = "## Un\n" + new string('a', 30_000) } },
        { "form.unreadable", "En", _good with { En = "## One\nText\0" } },
        { "charter.clauses-missing", "Fr", _good with { Fr = "Sans article." } },
        { "charter.clause-empty", "En", _good with { En = "## One\n\n" } },
        { "charter.clause-empty", "Fr", _good with { Fr = "## Un\nTexte.\n##\nTexte." } },
        { "charter.clauses-differ", "En", _good with { En = "## One\nText.\n## Two\nText." } },
        { "form.too-long", "NoteFr", _good with { NoteFr = new string('a', 1001) } },
        { "form.unreadable-line", "NoteEn", _good with { NoteEn = "a\u0001" } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void that_is_not_right_is_refused_where_it_is_wrong(string code, string field, CharterForm form)
    {
        var fault = Assert.Single(CharterValidator.Instance.ErrorsOf(form));

        Assert.Equal((code, field), (fault.Code, fault.Field));
    }

    [Fact]
    public void may_be_as_long_as_it_will_be_kept_however_a_browser_sends_its_line_breaks()
    {
        var fr = "## Un\r\n" + string.Concat(Enumerable.Repeat("a\r\n", (30_000 - 6) / 2));

        Assert.Empty(CharterValidator.Instance.ErrorsOf(_good with { Fr = fr }));
    }

    [Fact]
    public void is_taken_apart_into_an_opening_and_numbered_clauses()
    {
        Assert.Empty(CharterValidator.Instance.ErrorsOf(_good));

        var reading = _good.ToContent().Read(Language.French);

        Assert.Equal("Bonjour.", reading.Opening);
        Assert.Equal(new Clause(1, "Un", "Texte."), reading.Clauses.Single());
        Assert.Equal("1. Un\nTexte.", reading.Clauses.Single().ToPlainText());
    }

    [Fact]
    public void keeps_a_clauses_own_headings_inside_it() =>
        Assert.Equal("### Détail\nTexte.", CharterReading.Of("## Un\n### Détail\nTexte.").Clauses.Single().Text);

    [Fact]
    public void is_compared_clause_by_clause_and_what_only_moved_is_no_change()
    {
        var before = CharterReading.Of("Bonjour.\n## Un\nA.\n## Deux\nB.\n## Trois\nC.");
        var after = CharterReading.Of("Bonjour.\n## Zéro\nN.\n## Un\nA.\n## Deux\nBB.");

        Assert.Equal([("3. Trois\nC.", "1. Zéro\nN."), ("2. Deux\nB.", "3. Deux\nBB.")], CharterReading.Changes(before, after));
        Assert.Equal([("Bonjour.", "Salut."), ("3. Trois\nC.", "")], CharterReading.Changes(before, CharterReading.Of("Salut.\n## Un\nA.\n## Deux\nB.")));
        Assert.Empty(CharterReading.Changes(before, before));
    }

    [Fact]
    public void survives_being_stored() => Assert.Equal(BuiltInCharter.Text, CharterContent.FromBytes(BuiltInCharter.Text.ToBytes()));

    [Fact]
    public void that_the_program_brings_is_a_good_one_with_the_same_clauses_in_both_languages()
    {
        Assert.Empty(CharterValidator.Instance.ErrorsOf(new CharterForm { Fr = BuiltInCharter.Text.Fr, En = BuiltInCharter.Text.En }));
        Assert.Equal(9, BuiltInCharter.Text.Read(Language.English).Clauses.Count);
        Assert.DoesNotMatch(BadSpace(), BuiltInCharter.Text.Fr);
    }

    // A chapter's members accepted these very words.
    [Fact]
    public void that_the_program_brings_never_changes() =>
        Assert.Equal("f6e8ddc9296779c4", BuiltInCharter.Version.TextHash[..16]);

    [GeneratedRegex(@"[ \u00A0\u202F][;!?]|\w :|« | »")]
    private static partial Regex BadSpace();
}

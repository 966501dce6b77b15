using System.Text;
using CsCheck;
using RecoveryCoP.Chapter.Invitations;

namespace RecoveryCoP.Chapter.Tests.Invitations;

public sealed class Reading_addresses
{
    [Theory]
    [InlineData("a@exemple.org", "a@exemple.org")]
    [InlineData("  A@Exemple.ORG \r\n\r\n b@exemple.org\n", "a@exemple.org b@exemple.org")]
    [InlineData("a@exemple.org, b@exemple.org;c@exemple.org", "a@exemple.org b@exemple.org c@exemple.org")]
    [InlineData("a@exemple.org b@exemple.org\tc@exemple.org", "a@exemple.org b@exemple.org c@exemple.org")]
    [InlineData("Jo <a@exemple.org>; \"Tremblay, Jo\" <b@exemple.org>", "a@exemple.org b@exemple.org")]
    [InlineData("Tremblay, Jo <a@exemple.org>, Camille Roy <b@exemple.org>", "a@exemple.org b@exemple.org")]
    [InlineData("Jo\ta@exemple.org\nCamille\tb@exemple.org", "a@exemple.org b@exemple.org")]
    [InlineData("mailto:a@exemple.org (chez elle), <b@exemple.org>.", "a@exemple.org b@exemple.org")]
    [InlineData("Jo <a@exemple.org> Camille <b@exemple.org>", "a@exemple.org b@exemple.org")]
    public void finds_them_however_they_were_pasted(string pasted, string found)
    {
        var rows = AddressList.Read(pasted);

        Assert.All(rows, row => Assert.True(row.IsGood, row.Typed));
        Assert.Equal(found, string.Join(' ', rows.Select(r => r.Address!.Value)));
        Assert.Equal(Enumerable.Range(1, rows.Count), rows.Select(r => r.Number));
    }

    [Fact]
    public void says_of_each_what_is_wrong_with_it()
    {
        var rows = AddressList.Read("a@exemple.org\npersonne\nb@\nA@EXEMPLE.ORG\nRoy, Camille\n=cmd|'/c calc'!A0\nb@exemple.org");

        Assert.Equal(["a@exemple.org", "b@exemple.org"], rows.Where(r => r.IsGood).Select(r => r.Address!.Value));
        Assert.Equal([2, 3, 5, 6, 7], rows.Where(r => r.Address is null).Select(r => r.Number));
        Assert.Equal(4, rows.Single(r => r.IsRepeated).Number);
    }

    [Fact]
    public void survives_whatever_is_pasted() => Gen.String.Sample(pasted =>
    {
        _ = AddressList.Read(pasted);
        _ = Roster.Read(Roster.Decode(Encoding.UTF8.GetBytes(pasted)));
        _ = Roster.Read(Roster.Decode(Encoding.Unicode.GetBytes(pasted)));
    });

    [Theory]
    [InlineData(",", "utf-8", false)]
    [InlineData(";", "utf-8", true)]
    [InlineData("\t", "utf-16", true)]
    [InlineData(";", "windows-1252", false)]
    public void of_a_roster_finds_out_how_it_was_written(string separator, string encoding, bool withMark)
    {
        string[][] cells = [["Prénom", "Courriel", "Langue"], ["Élise", "a@exemple.org", "Français"], ["Zoë", "b@exemple.org", "EN"], ["Noël", "c@exemple.org", ""]];
        var text = string.Join("\r\n", cells.Select(row => string.Join(separator, row)));
        var written = encoding == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(encoding);

        var roster = Roster.Read(Roster.Decode([.. withMark ? written.GetPreamble() : [], .. written.GetBytes(text)])).Value!;

        Assert.Equal(["Prénom", "Courriel", "Langue"], roster.Columns);
        Assert.Equal((1, 2), (roster.LikelyAddresses, roster.LikelyLanguages));
        Assert.Equal([("a@exemple.org", "fr"), ("b@exemple.org", "en"), ("c@exemple.org", "both")], roster.Listed(1, 2).Select(r => (r.Address!.Value, r.Language)));
        Assert.All(roster.Listed(1, null), r => Assert.Equal("both", r.Language));
    }

    [Fact]
    public void of_a_roster_counts_lines_as_the_spreadsheet_does_and_takes_formulas_for_text()
    {
        var roster = Roster.Read("Courriel;Nom\na@exemple.org;\"Roy\"\n\n=HYPERLINK(\"http://x\");=1+1\nb@exemple.org;\"jamais fermé\nA@exemple.org;Roy\n;\nc@exemple.org, d@exemple.org;Deux").Value!;

        var rows = roster.Listed(0, null);

        Assert.Equal([2, 5], rows.Where(r => r.IsGood).Select(r => r.Number));
        Assert.Equal([4, 7, 8], rows.Where(r => r.Address is null).Select(r => r.Number));
        Assert.Equal(6, rows.Single(r => r.IsRepeated).Number);
        Assert.Equal("=HYPERLINK(\"http://x\")", rows[1].Typed);
    }

    [Fact]
    public void of_a_roster_needs_no_heading_and_no_second_column() =>
        Assert.Equal([1, 2], Roster.Read("a@exemple.org\nb@exemple.org").Value!.Listed(0, null).Where(r => r.IsGood).Select(r => r.Number));

    [Theory]
    [InlineData("", "invitation.roster-empty")]
    [InlineData("Nom;Ville\nCamille;Laval", "invitation.roster-without-addresses")]
    public void of_a_roster_without_any_is_refused(string text, string code) => Assert.Equal(code, Roster.Read(text).Refusals.Single().Code);

    [Fact]
    public void of_a_roster_ends_at_five_thousand()
    {
        var rows = Enumerable.Range(0, InvitationLimits.MostRows).Select(i => $"personne{i}@exemple.org").ToList();

        Assert.Equal(5000, Roster.Read($"Courriel\n{string.Join('\n', rows)}").Value!.Listed(0, null).Count(r => r.IsGood));
        Assert.Equal("invitation.roster-too-long", Roster.Read($"Courriel\n{string.Join('\n', rows)}\nencore@exemple.org").Refusals.Single().Code);
    }
}

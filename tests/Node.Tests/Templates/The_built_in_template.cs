using System.Globalization;
using System.Text.RegularExpressions;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Node.Tests.Templates;

public sealed class The_built_in_template
{
    [Fact]
    public void has_nothing_wrong_with_it() => Assert.Empty(BuiltInTemplate.Reading.Faults.Select(f => f.Said(new RefusalTexts(TemplateFaultTexts.Texts)).En));

    [Fact]
    public void is_whole_in_both_languages() => Assert.All(
        BuiltInTemplate.Template.Items.Concat(BuiltInTemplate.Template.Items.SelectMany(i => i.Rows)).SelectMany(i => i.Fields.Values).Append(BuiltInTemplate.Template.Head.Name),
        said => Assert.True(said.For(Language.French).Language == Language.French && said.For(Language.English).Language == Language.English));

    [Fact]
    public void is_written_as_the_style_page_asks()
    {
        var (french, english) = HouseLanguage.Glossary();
        // The charter keeps the words that communities promise one another already.
        var never = new Regex("(?!)");
        foreach (var item in BuiltInTemplate.Template.Items)
        {
            var isCharter = item.Kind == TemplateKinds.Charter.Name;
            foreach (var said in item.Rows.Prepend(item).SelectMany(i => i.Fields.Values).Where(v => v.Fr != v.En))
            {
                Assert.Empty(HouseLanguage.Faults(said.Fr!, HouseLanguage.FrenchFault(), isCharter ? never : french));
                Assert.Empty(HouseLanguage.Faults(said.En!, HouseLanguage.EnglishFault(), isCharter ? never : english));
            }
        }
    }

    [Theory]
    [InlineData("practice")]
    [InlineData("system")]
    [InlineData("community")]
    public void keeps_its_own_balance_in_each_first_meeting(string stream)
    {
        var balance = Assert.Single(BuiltInTemplate.Template.Of(TemplateKinds.Balance));
        var (from, to) = (Number(balance, $"{stream}From"), Number(balance, $"{stream}To"));

        // One of the models says that it leans to one side; who coordinates has an hour of business.
        foreach (var agenda in BuiltInTemplate.Template.Of(TemplateKinds.FirstMeeting).Concat(BuiltInTemplate.Template.Of(TemplateKinds.Agenda).Where(a => a.Id is "monthly" or "first")))
        {
            var share = 100.0 * agenda.Rows.Where(r => r.Code("stream") == stream).Sum(r => Number(r, "minutes")) / agenda.Rows.Sum(r => Number(r, "minutes"));
            Assert.True(share >= from && share <= to, $"{agenda.Id}: {share:0} % of {stream}, not {from} to {to}");
        }

        static int Number(TemplateItem item, string field) => int.Parse(item.Code(field), CultureInfo.InvariantCulture);
    }

    [Fact]
    public void survives_being_written_and_read() =>
        Assert.Equal(BuiltInTemplate.Template, TemplateReader.OfBytes(TemplateWriter.ToBytes(BuiltInTemplate.Template)).Template);
}

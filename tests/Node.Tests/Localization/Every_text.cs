using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Node.Tests.Localization;

public sealed class Every_text
{
    [Fact]
    public void is_written_as_the_style_page_asks() => Assert.Empty(HouseLanguage.FaultsIn(typeof(Text).Assembly));

    [Theory]
    [InlineData("Voici : un lien.")]
    [InlineData("Voici: un lien.")]
    [InlineData("Venez-vous\u00a0?")]
    [InlineData("Merci !")]
    [InlineData("Un « mot » et deux.")]
    [InlineData("L'autre")]
    [InlineData("Deux  espaces")]
    [InlineData("40 %")]
    [InlineData("Attendez...")]
    [InlineData("Les Patientes et les usagers.")]
    public void that_is_not_as_the_page_asks_in_French_is_found(string text) =>
        Assert.NotEmpty(HouseLanguage.Faults(text, HouseLanguage.FrenchFault(), HouseLanguage.Glossary().French));

    [Theory]
    [InlineData("Come in : now")]
    [InlineData("Are you there ?")]
    [InlineData("It's here")]
    [InlineData("A \"word\"")]
    [InlineData("Two  spaces")]
    [InlineData("Your e-mail and your organisation")]
    public void that_is_not_as_the_page_asks_in_English_is_found(string text) =>
        Assert.NotEmpty(HouseLanguage.Faults(text, HouseLanguage.EnglishFault(), HouseLanguage.Glossary().English));

    [Theory]
    [InlineData("À 18:30, voyez https://exemple.org\u00a0: «\u00a0Venez!\u00a0» 40\u00a0%; {0:N0} pages?", "At 18:30, see https://example.org: “Come!” 40%; {0:N0} pages? It’s all well.")]
    public void that_is_as_the_page_asks_is_left_alone(string french, string english)
    {
        var (frenchWords, englishWords) = HouseLanguage.Glossary();
        Assert.Empty(HouseLanguage.Faults(french, HouseLanguage.FrenchFault(), frenchWords));
        Assert.Empty(HouseLanguage.Faults(english, HouseLanguage.EnglishFault(), englishWords));
    }
}

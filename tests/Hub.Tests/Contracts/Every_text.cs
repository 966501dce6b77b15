namespace RecoveryCoP.Hub.Tests.Contracts;

public sealed class Every_text
{
    [Fact]
    public void is_written_as_the_style_page_asks() => Assert.Empty(HouseLanguage.FaultsIn(typeof(HubNode).Assembly));
}

using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.NodeStatus.Pages;
using RecoveryCoP.Node.Accounts;

namespace RecoveryCoP.Node.NodeStatus;

/// <summary>What the contacts are told. In both languages, since an address does not say which; of the things that are wrong, and of nobody.</summary>
internal static class HealthLetter
{
    private static readonly Text wrongSubject = new("À réparer sur le serveur", "Something to mend on the server");
    private static readonly Text wellSubject = new("De nouveau en ordre", "Well again");
    private static readonly Text wrong = new("Depuis plus d’un jour, ceci ne va pas\u00a0:", "For more than a day, this has been wrong:");
    private static readonly Text well = new("Ceci est de nouveau en ordre\u00a0:", "This is well again:");
    private static readonly Text page = new("Comment va le serveur\u00a0:", "How the server is:");

    public static Letter Wrong(Guid id, string to, IReadOnlyList<Checked> things, PublicAddress address) =>
        Of(id, to, wrongSubject, wrong, things.Select(c => new Text(Line(c, Language.French), Line(c, Language.English))), address);

    public static Letter Well(Guid id, string to, IReadOnlyList<Text> things, PublicAddress address) =>
        Of(id, to, wellSubject, well, things.Select(name => new Text($"- {name.Fr}", $"- {name.En}")), address);

    private static Letter Of(Guid id, string to, Text subject, Text lead, IEnumerable<Text> lines, PublicAddress address)
    {
        List<Text> all = [.. lines];
        string In(Language language) => string.Join('\n', [lead.In(language), "", .. all.Select(line => line.In(language)), "", $"{page.In(language)} {address.Of(PagePath.Of<StatusPage>().In(language))}", ""]);
        return new(id, to, Language.French.Code, $"{subject.Fr} · {subject.En}", $"{In(Language.French)}\n{In(Language.English)}");
    }

    private static string Line(Checked one, Language language) => string.Join(' ', new[]
    {
        language == Language.French ? $"- {one.Check.Name.Fr}\u00a0:" : $"- {one.Check.Name.En}:", one.Finding.Says.In(language), one.Finding.ToDo?.In(language),
    }.OfType<string>());
}

using RecoveryCoP.Node.OutsideQuebec;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>The hub that this chapter is linked to.</summary>
internal sealed class HubPlace(HubLinks links) : IDataPlace
{
    public int Order => 60;

    public Text Name => FederationText.TheHub;

    public Text Holds => new(
        "Les pratiques partagées, avec le nom de qui l’a voulu, et comment joindre la communauté", "Shared practices, with the name of whoever wanted it, and how to reach the community");

    public async Task<string?> Where(CancellationToken cancellationToken) => (await links.Find(cancellationToken).ConfigureAwait(false))?.Address;
}

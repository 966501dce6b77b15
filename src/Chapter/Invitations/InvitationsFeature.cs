using RecoveryCoP.Chapter.Invitations.Pages;
using RecoveryCoP.Node.Accounts.Leaving;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Invitations;

/// <summary>Inviting people: by their address, one or a list or a roster; by a link to give; by a card to print.</summary>
public static class InvitationsFeature
{
    /// <summary>Everything that invitations need besides mail, accounts and the outbox.</summary>
    public static IServiceCollection AddInvitations(this IServiceCollection services)
    {
        services.AddSchema(typeof(InvitationsFeature), "Invitations");
        services.AddSingleton<AddressHashes>().AddSingleton<InvitationLinks>().AddSingleton<InvitationStore>().AddSingleton<InvitationLetter>().AddSingleton<InvitationSender>();
        services.AddHostedService(s => s.GetRequiredService<InvitationSender>()).AddSingleton<ISendsLetters>(s => s.GetRequiredService<InvitationStore>())
            .AddSingleton<IErasesAgain>(s => s.GetRequiredService<InvitationStore>());
        services.AddFollower<InvitationsOfLeavers>().AddSingleton(new LeavingErasure(InvitationText.OfLeaver, Order: 40));
        services.AddSingleton<ILetterUse, InvitationLetterUse>();
        services.AddEndpoints(NeverAgain.Map);
        services.AddRefusals(InvitationText.Refusals);
        services.AddConfirmations(InvitationText.Done);
        services.AddPersonalData<InvitationData>();
        services.AddPrivacyEntries(
            new PrivacyEntry(
                new("L’adresse d’une personne que quelqu’un a invitée; après 30 jours, une empreinte, pendant un an", "The address of a person whom somebody invited; after 30 days a fingerprint, for a year"),
                new("Pour lui écrire une seule fois", "To write to them only once"),
                new("La personne qui l’a invitée en voit la première lettre et le domaine, pendant 30 jours", "Whoever invited them sees its first letter and its domain, for 30 days"), Order: 126, "invitation *"),
            new PrivacyEntry(
                new("L’empreinte de l’adresse d’une personne qui ne veut plus d’invitation", "The fingerprint of the address of a person who wants no more invitations"),
                new("Pour ne plus jamais l’inviter", "To never invite them again"),
                new("Personne; on ne peut pas en tirer l’adresse", "Nobody; the address cannot be read from it"), Order: 127, "invitation_never *", "invitation_key *")
            {
                NotInMyData = new("Une empreinte ne dit pas de qui elle est.", "A fingerprint does not say whose it is."),
            });
        return services.AddNavigation(new NavItem(InvitationText.Invite, PagePath.Of<InvitePage>(), Access.Members, Order: 45, NavPlace.Tab) { Within = PagePath.Of<Members.Pages.PeopleShownPage>() });
    }
}

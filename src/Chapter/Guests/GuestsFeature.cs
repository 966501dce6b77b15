using RecoveryCoP.Chapter.Guests.Pages;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Guests;

/// <summary>Guests: who comes to an open meeting without being a member says so on the public home page, without an account.</summary>
public static class GuestsFeature
{
    /// <summary>Everything that guests need besides meetings, mail and the fingerprints of addresses.</summary>
    public static IServiceCollection AddGuests(this IServiceCollection services)
    {
        services.AddSchema(typeof(GuestsFeature), "Guests");
        services.AddSingleton<GuestStore>().AddSingleton<GuestLinks>().AddSingleton<GuestLetters>().AddSingleton<GuestSender>();
        services.AddHostedService(s => s.GetRequiredService<GuestSender>()).AddSingleton<ISendsLetters>(s => s.GetRequiredService<GuestStore>())
            .AddSingleton<IErasesAgain>(s => s.GetRequiredService<GuestStore>());
        services.AddRefusals(GuestText.Refusals);
        services.AddSingleton(new MeetingPart(typeof(GuestsOfMeeting)));
        services.AddHomeCards(new HomeCard(typeof(ComeCard), Access.Visitors, HomePlace.Main, Order: 11));
        services.AddPrivacyEntries(new PrivacyEntry(
            new("L’adresse d’une personne qui vient à une rencontre sans être membre, jusqu’au lendemain; puis son empreinte, pendant un an", "The address of a person who comes to a meeting without being a member, until the day after; then its fingerprint, for a year"),
            new("Pour lui envoyer ce qu’il faut pour venir, et compter ses visites", "To send them what they need to come, and to count their visits"),
            new("Personne; l’animation voit combien de personnes invitées viennent", "Nobody; facilitators see how many guests are coming"), Order: 128, "guest *", "guest_letter *")
        {
            NotInMyData = new("Venir comme personne invitée ne demande pas de compte, et n’est relié à aucun.", "Coming as a guest takes no account, and is tied to none."),
        });
        return services;
    }
}

using RecoveryCoP.Chapter.Pulse.Pages;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Pulse;

/// <summary>The pulse: three questions after a meeting to those who came, of which only the sums are kept.</summary>
public static class PulseFeature
{
    /// <summary>Everything that it needs besides meetings.</summary>
    public static IServiceCollection AddPulse(this IServiceCollection services)
    {
        services.AddSchema(typeof(PulseFeature), "Pulse");
        services.AddSingleton<PulseQueries>().AddSingleton<PulseAnswers>().AddSingleton<PulseErasure>();
        services.AddHostedService(s => s.GetRequiredService<PulseErasure>());
        services.AddFollower<PulseOfMembers>();
        services.AddRefusals([.. PulseText.Refusals]);
        services.AddConfirmations(PulseText.Done);
        services.AddSingleton(new PageSection(typeof(PulseSection), Order: 5));
        services.AddHomeCards(new HomeCard(typeof(PulseCard), Access.Members, HomePlace.Main, Order: 12));
        services.AddPersonalData<PulseData>();
        services.AddPrivacyEntries(new PrivacyEntry(
            new("Que vous avez répondu aux trois questions après une rencontre, pendant sept jours", "That you have answered the three questions after a meeting, for seven days"), new("Pour ne pas compter deux fois une personne", "So as not to count anybody twice"),
            new("Personne sur le site. Des réponses, seule la somme est gardée; les membres voient la moyenne, à partir de cinq réponses", "Nobody on the site. Of the answers only the sum is kept; members see the average, from five answers up"),
            Order: 105, "pulse_answered *"));
        return services;
    }
}

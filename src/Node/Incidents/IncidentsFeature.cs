using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Incidents.Pages;
using RecoveryCoP.Node.Privacy;
using RecoveryCoP.Node.RetentionRules;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Node.Incidents;

/// <summary>Registers the register of confidentiality incidents, which the law asks every organization to keep. Needs accounts, and the privacy page.</summary>
internal static class IncidentsFeature
{
    /// <summary>Table, pages, and the term.</summary>
    public static IServiceCollection AddIncidents(this IServiceCollection services)
    {
        services.AddSchema(typeof(IncidentsFeature), "Incidents");
        services.AddSingleton<IncidentRegister>().AddRetention<IncidentsOfLongAgo>();
        services.AddRefusals(IncidentText.Refusals);
        services.AddConfirmations(IncidentText.Done);
        services.AddPrivacyEntries(new PrivacyEntry(
            new("Les incidents de confidentialité\u00a0: ce qui s’est passé et ce qui a été fait, sans noms", "Confidentiality incidents: what happened and what was done, without names"),
            new("La loi demande d’en tenir un registre", "The law asks for a register of them"),
            new("Les personnes qui gèrent les accès ou répondent de la vie privée, et la Commission d’accès à l’information si elle le demande", "Those who manage access or answer for privacy, and the Commission d’accès à l’information if it asks"),
            Order: 160, "incident_wording *")
        {
            NotInMyData = new("Le registre ne nomme personne, ni même qui y écrit. Si un incident peut vous nuire sérieusement, on vous en avise.", "The register names nobody, not even who writes in it. If an incident may seriously harm you, you are told."),
        });
        // Who answers for privacy is known once all features are there.
        return services.AddSingleton(s => new NavItem(IncidentText.Title, PagePath.Of<IncidentListPage>(), s.GetRequiredService<PrivacyKeepers>().Access, 100, NavPlace.LookAfter) { Why = IncidentText.For });
    }
}

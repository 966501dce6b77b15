using RecoveryCoP.Chapter.Agendas.Pages;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Agendas;

/// <summary>Model agendas: what the plan of a meeting or of a series can begin with.</summary>
public static class AgendasFeature
{
    /// <summary>Everything that model agendas need besides meetings.</summary>
    public static IServiceCollection AddAgendas(this IServiceCollection services)
    {
        services.AddSchema(typeof(AgendasFeature), "Agendas");
        services.AddSingleton<AgendaQueries>().AddSingleton<IAgendaModels>(s => s.GetRequiredService<AgendaQueries>()).AddTemplatePart<AgendasFromTemplate>();
        services.AddRefusals([.. AgendaRefusals.Texts]);
        services.AddConfirmations([.. AgendaText.Done]);
        services.AddSingleton(new MeetingLink(AgendaText.Title, PagePath.Of<AgendaListPage>(), Meeting.Leaders));
        return services.AddNavigation(new NavItem(AgendaText.Title, PagePath.Of<AgendaListPage>(), Meeting.Leaders, Order: 31, NavPlace.LookAfter) { Why = AgendaText.For });
    }
}

using RecoveryCoP.Hub.TemplateDrafts.Pages;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Hub.TemplateDrafts;

/// <summary>Registers where the hub's team writes templates. Needs the releases.</summary>
public static class TemplateDraftsFeature
{
    /// <summary>The drafts, what is done with them, and their pages.</summary>
    public static IServiceCollection AddTemplateDrafts(this IServiceCollection services) => services
        .AddSchema(typeof(TemplateDraftsFeature), "TemplateDrafts")
        .AddSingleton<TemplateDrafts>()
        .AddSingleton<DraftSources>()
        .AddSingleton<StartDraft>()
        .AddSingleton<WriteDraftHead>()
        .AddSingleton<WriteDraftItem>()
        .AddSingleton<RemoveDraftItem>()
        .AddSingleton<DropDraft>()
        .AddRefusals(DraftText.Refusals)
        .AddConfirmations(DraftText.Done)
        .AddNavigation(new NavItem(DraftText.Title, PagePath.Of<DraftsPage>(), StartDraft.Access, 21, NavPlace.LookAfter) { Why = DraftText.For });
}

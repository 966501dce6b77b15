using RecoveryCoP.Chapter.Practices.Pages;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>Practices: what members write down of what helps, and share.</summary>
public static class PracticesFeature
{
    /// <summary>Everything that practices need besides storage.</summary>
    public static IServiceCollection AddPractices(this IServiceCollection services)
    {
        services.AddSchema(typeof(PracticesFeature), "Practices");
        services.AddSingleton<PracticeQueries>();
        services.AddFollower<PracticeFeed>();
        services.AddFollower<PracticeErasure>();
        services.AddRefusals([.. PracticeRefusals.All]);
        services.AddConfirmations([.. PracticeText.Done]);
        services.AddNavigation(new NavItem(PracticeText.Practices, PagePath.Of<PracticeList>(), Access.Members, Order: 20));
        services.AddHomeCards(new HomeCard(typeof(NewPracticesCard), Access.Members, HomePlace.Aside, Order: 20));
        return services;
    }
}

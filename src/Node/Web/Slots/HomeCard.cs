using Microsoft.Extensions.DependencyInjection;

namespace RecoveryCoP.Node.Web.Slots;

/// <summary>A card that a feature puts on the first page; the page does not know it. It loads what it shows and answers its own forms, as a page does.</summary>
/// <param name="Component">The card: a component that inherits <see cref="NodePage"/>.</param>
/// <param name="Access">Who sees it.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Order">Smaller comes first.</param>
public sealed record HomeCard(Type Component, Access Access, HomePlace Place, int Order);

/// <summary>Where a card stands on the first page.</summary>
public enum HomePlace
{
    /// <summary>What one comes for.</summary>
    Main,

    /// <summary>Beside it.</summary>
    Aside,

    /// <summary>Below what a visitor is first told of the community.</summary>
    Lead,
}

/// <summary>Registers cards.</summary>
public static class HomeCardRegistration
{
    /// <summary>Puts cards on the first page.</summary>
    public static IServiceCollection AddHomeCards(this IServiceCollection services, params ReadOnlySpan<HomeCard> cards)
    {
        foreach (var card in cards)
        {
            services.AddSingleton(card);
        }

        return services;
    }
}

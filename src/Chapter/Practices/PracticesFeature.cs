using RecoveryCoP.Chapter.Practices.Pages;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Accounts.Leaving;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Outbox;
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
        services.AddSingleton<PracticeQueries>().AddSingleton<NamedPractices>().AddSingleton<Adaptations>().AddSingleton<INewsSource, PracticesInNews>().AddSingleton<INewsSource, AdaptationsInNews>();
        services.AddTemplatePart<PracticesFromTemplate>();
        services.AddSingleton(new ItemKindName(PracticeRevision.Descriptor.FullName, new("Pratique", "Practice")));
        services.AddSingleton(new ItemKindName(RecoveryCoP.Federation.V1.Withdrawal.Descriptor.FullName, new("Retrait d’une pratique", "Withdrawal of a practice")));
        services.AddFollower<PracticeFeed>();
        services.AddSingleton(new LeavingErasure(PracticeText.OfLeaver, Order: 30)).AddSingleton(new LeavingErasure(PracticeText.SharedOfLeaver, Order: 31) { Asked = PracticesOfLeavers.SharedToo });
        services.AddFollower<PracticesOfLeavers>().AddFollower<PracticeErasure>().AddErasable<Practice>(Practice.Kind);
        services.AddFollower<PracticeRecall>();
        services.AddFollower<ClaimsOfMembers>();
        services.AddSingleton(new FeedSpeaker(PracticeFeed.CursorName));
        services.AddSingleton(new ItemReader(PracticeRecall.CursorName));
        services.AddRefusals([.. PracticeRefusals.All]);
        services.AddConfirmations([.. PracticeText.Done]);
        services.AddNavigation(
            new NavItem(PracticeText.Practices, PagePath.Of<PracticeList>(), Access.Members, Order: 20) { Icon = "M12 20.5v-9M12 11.5C12 8 9.5 6 5 6c0 4 2.5 6 7 6M12 14c0-4 2.5-6.5 7.5-6.5 0 4.5-3 6.5-7.5 6.5" },
            new NavItem(PracticeText.OursTab, PagePath.Of<PracticeList>(), Access.Members, Order: 20, NavPlace.Tab) { Within = PagePath.Of<PracticeList>() });
        services.AddSingleton(new PracticeAct(PracticeText.Adapt, Access.Members, (node, practice) => PagePath.Of<AdaptPage>(node, practice)));
        services.AddSingleton(new ThingPage(Practice.Kind, new("Pratique", "Practice"), id => PagePath.Of<PracticePage>(id)));
        services.AddHomeCards(
            new HomeCard(typeof(ClaimsCard), Access.Roles(ChapterRoles.Executive), HomePlace.Aside, Order: 15),
            new HomeCard(typeof(NewPracticesCard), Access.Members, HomePlace.Aside, Order: 20));
        services.AddPersonalData<PracticeData>();
        services.AddPrivacyEntries(
            new PrivacyEntry(
                new("Les pratiques que vous écrivez", "The practices you write"), new("Pour partager ce qui aide", "To share what helps"),
                new("Les personnes à qui vous les montrez; votre nom seulement si vous le cochez ou si la pratique vous est attribuée avec votre accord", "Those you show them to; your name only if you tick it, or if the practice credits you with your agreement"),
                Order: 90, "practice author", "practice title", "practice summary", "practice revisions", "practice networkShare", "practice withdrawal", "text *", "text_holder *"),
            new PrivacyEntry(
                new("Votre demande, quand vous dites avoir écrit une pratique revenue sans nom", "Your request, when you say you wrote a practice that came back without a name"), new("Pour vous la rendre", "To give it back to you"),
                new("Vous et le comité exécutif, avec votre nom", "You and the executive committee, with your name"), Order: 91, "practice claim"));
        return services;
    }
}

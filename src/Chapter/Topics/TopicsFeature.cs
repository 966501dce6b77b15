using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Chapter.Topics.Pages;
using RecoveryCoP.Node.Accounts.Leaving;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Topics;

/// <summary>Topics: what members would like meetings to be about.</summary>
public static class TopicsFeature
{
    /// <summary>Everything that topics need besides meetings and members.</summary>
    public static IServiceCollection AddTopics(this IServiceCollection services)
    {
        services.AddSchema(typeof(TopicsFeature), "Topics");
        services.AddSingleton<TopicQueries>().AddSingleton<IAgendaSource, TopicsOnAgendas>().AddSingleton<INewsSource, TopicsInNews>();
        services.AddFollower<TopicsTreated>();
        services.AddTemplatePart<TopicsFromTemplate>();
        services.AddSingleton(new LeavingErasure(TopicText.OfLeaver, Order: 20));
        services.AddFollower<TopicsOfLeavers>().AddFollower<TopicsOfMembers>().AddErasable<Topic>(Topic.Kind);
        services.AddRefusals([.. TopicRefusals.Texts]);
        services.AddConfirmations([.. TopicText.Confirmations]);
        services.AddNavigation(new NavItem(TopicText.Topics, PagePath.Of<TopicListPage>(), Access.Members, Order: 15) { Icon = "M4 5h16v11h-9l-4.5 4v-4H4ZM8 9h8M8 12.5h5" });
        services.AddSingleton(new ThingPage(Topic.Kind, TopicText.OneTopic, id => PagePath.Of<TopicPage>(id)));
        services.AddHomeCards(new HomeCard(typeof(TopicsCard), Access.Members, HomePlace.Aside, Order: 12));
        services.AddPersonalData<TopicData>();
        services.AddPrivacyEntries(
            new PrivacyEntry(
                new("Les sujets que vous proposez pour les rencontres, et la réponse que vous recevez", "The topics you propose for meetings, and the answer you get"), new("Pour préparer les ordres du jour", "To prepare agendas"),
                new("Les membres lisent le sujet; votre nom seulement si vous le cochez. La réponse\u00a0: vous, l’animation et le comité exécutif", "Members read the topic; your name only if you tick it. The answer: you, facilitators and the executive committee"),
                Order: 92, "topic proposer", "topic content", "topic declined"),
            new PrivacyEntry(
                new("Que vous vous intéressez à un sujet proposé", "That a proposed topic interests you"), new("Pour compter combien de personnes s’y intéressent", "To count how many people it interests"),
                new("Personne ne voit votre nom; tout le monde voit le nombre", "Nobody sees your name; everybody sees the number"), Order: 93, "topic interested"));
        return services;
    }
}

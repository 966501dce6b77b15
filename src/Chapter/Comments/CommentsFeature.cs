using RecoveryCoP.Chapter.Comments.Pages;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.Leaving;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Comments;

/// <summary>Comments on what members write: a thread a thing, below its page.</summary>
public static class CommentsFeature
{
    /// <summary>Everything that comments need besides members.</summary>
    public static IServiceCollection AddComments(this IServiceCollection services)
    {
        services.AddSchema(typeof(CommentsFeature), "Comments");
        services.AddSingleton<CommentQueries>().AddSingleton<CommentLimit>();
        services.AddSingleton(new LeavingErasure(CommentText.OfLeaver, Order: 10));
        services.AddFollower<CommentsOfLeavers>().AddFollower<CommentsOfMembers>().AddErasable<CommentThread>(CommentThread.Kind);
        services.AddRefusals([.. CommentText.Refusals]);
        services.AddConfirmations([.. CommentText.Done]);
        services.AddSingleton(new PageSection(typeof(CommentsSection), Order: 10));
        services.AddToMyPage(new MyPageLink(CommentText.Yours, CommentText.YoursWhy, PagePath.Of<MyCommentsPage>(), Order: 30));
        services.AddPersonalData<CommentData>();
        services.AddPrivacyEntries(
            new PrivacyEntry(
                new("Vos commentaires; pourquoi l’un d’eux est masqué", "Your comments; why one of them is hidden"), new("Pour échanger sur les sujets et les pratiques", "To talk about topics and practices"),
                new("Les membres; votre nom seulement si vous le cochez. La raison\u00a0: vous, l’animation et le comité exécutif. Rien ne sort de la communauté", "Members; your name only if you tick it. The reason: you, facilitators and the executive committee. Nothing leaves the community"),
                Order: 94, "comments comments", "comments closed"),
            new PrivacyEntry(
                new("Si vos commentaires s’effacent quand vous partez", "Whether your comments are erased when you leave"), new("Pour le faire", "To do so"),
                new("Vous", "You"), Order: 95, "comments-on-leaving eraseSince"));
        return services;
    }
}

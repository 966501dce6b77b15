using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Notices.Pages;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Files;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Inbox;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Notices;

/// <summary>Letters about meetings and topics: who is told what, and when; what people choose of it; answers from a letter; calendar files.</summary>
public static class NoticesFeature
{
    /// <summary>Everything that letters need besides mail, members and meetings.</summary>
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddOutbox();
        services.AddInbox();
        services.AddSingleton<IReadsMail, CalendarReplies>();
        services.AddSingleton<LetterLinks>().AddSingleton<LetterStops>().AddSingleton<NoticeReaders>().AddSingleton<NoticeClock>();
        services.AddHostedService(s => s.GetRequiredService<NoticeClock>());
        services.AddFollower<MeetingNotices>();
        services.AddFollower<TopicsToTell>();
        services.AddFollower<AgendasToTell>();
        services.AddSingleton<TopicNotices>().AddSingleton<ILetterKind, TopicLetters>();
        services.AddSingleton<ActionNotices>().AddSingleton<ILetterKind, ActionLetters>();
        services.AddSingleton<IntentionNotices>().AddSingleton<ILetterKind, IntentionLetters>();
        services.AddFollower<SeatNotices>();
        services.AddSingleton<ILetterKind, SeatLetters>();
        services.AddFollower<CommentNotices>();
        services.AddSingleton<ILetterKind, CommentLetters>();
        services.AddSingleton<WeeklySummary>().AddSingleton<ILetterKind, SummaryLetters>();
        foreach (var kind in MeetingLetters.Kinds)
        {
            services.AddSingleton<ILetterKind>(s => new MeetingLetters(
                kind, s.GetRequiredService<Database>(), s.GetRequiredService<MemberQueries>(), s.GetRequiredService<LetterLinks>(), s.GetRequiredService<Meetings.MeetingCalendar>(), s.GetRequiredService<FileStore>(), s.GetRequiredService<CurrentInbox>(), s.GetRequiredService<TimeProvider>()));
        }

        services.AddEndpoints(OneClickStop.Map);
        services.AddSingleton<FileByLetter>().AddEndpoints(FileByLetter.Map);
        services.AddConfirmations([.. NoticeText.Done]);
        services.AddHomeCards(new HomeCard(typeof(MailCard), Access.Roles(ChapterRoles.Steward), HomePlace.Aside, Order: 30));
        services.AddSingleton(new MyPageNotice(typeof(RefusedNotice)));
        services.AddToMyPage(new MyPageLink(NoticeText.Title, NoticeText.Why, PagePath.Of<LettersPage>(), Order: 20));
        services.AddPersonalData<LettersData>();
        services.AddPrivacyEntries(
            new PrivacyEntry(
                new("Les courriels que vous ne voulez pas, ceux que vous demandez, le nom qu’ils portent et s’ils ont les fichiers", "The messages you do not want, those you ask for, the name that stands on them and whether files are attached"), new("Pour vous écrire comme vous le voulez", "To write to you as you want"),
                new("Vous", "You"), Order: 120, "member declinedLetters", "member wantedLetters", "member hasNamedSender", "member hasFilesAttached"),
            new PrivacyEntry(
                new("Quels courriels vous ont été envoyés, et quand, et s’ils sont revenus; jamais ce qu’ils disaient", "Which messages were sent to you, and when, and whether they came back; never what they said"), new("Pour ne rien vous écrire deux fois, et voir si votre adresse ne répond plus", "To write nothing to you twice, and to see if your address no longer works"),
                new("Seulement que votre adresse refuse les courriels\u00a0: vous, sur votre page, et les personnes qui gèrent les accès", "Only that your address refuses messages: you, on your page, and those who manage access"), Order: 125, "letter *"));
        return services;
    }
}

using Microsoft.AspNetCore.Routing;
using RecoveryCoP.Chapter.Tests.Members;

namespace RecoveryCoP.Chapter.Tests.Contracts;

public sealed class The_pages(OpenChapter chapter) : IClassFixture<OpenChapter>
{
    private PageMatrix Matrix => new(chapter.Get<EndpointDataSource>(), chapter.NewBrowser());

    [Fact]
    public async Task that_a_visitor_may_open_are_these_and_all_others_lead_to_the_sign_in_page() =>
        Assert.Equal(
            ["AnswerByLetterPage", "CharterPage", "CharterVersionPage", "ComePage", "ConfirmPage", "DoneByLetterPage", "FileByLetterPage", "FoundingPage", "HomePage", "IntentionByLetterPage", "InvitationPage", "JoinPage", "PrivacyPage", "SignInPage", "StopLettersPage", "TextListPage", "TextPage", "VisitPage"],
            await Matrix.ForVisitors(TestContext.Current.CancellationToken));

    [Fact]
    public void that_only_some_roles_may_open_are_these() =>
        Assert.Equal(
            [
                "AddSeatPage: executive,steward", "AgendaListPage: facilitator,executive", "AgendaPage: facilitator,executive", "BalancePage: executive", "CorrectOrganizationPage: executive", "DocumentsMovePage: steward", "FilesPage: facilitator,executive", "FoundingHubPage: steward", "FoundingMeetingPage: steward", "FoundingPreviewPage: steward", "FoundingProgressPage: steward", "FoundingTemplatePage: steward", "MakeCommitteePage: executive", "MakeSeriesPage: facilitator,executive", "MeetingsMovePage: steward", "MendVotePage: facilitator,executive,secretary", "MovingInPage: steward",
                "NetworkPage: steward", "PlanPage: facilitator,executive", "PublishPage: executive", "RecordVotePage: facilitator,executive,secretary", "ReviseCommitteePage: executive,steward",
                "RevisePlanPage: facilitator,executive", "ReviseSeatPage: executive,steward", "ReviseSeriesPage: facilitator,executive", "RosterMovePage: steward", "RosterPage: executive,steward", "RunPage: facilitator,executive,secretary",
                "SeriesListPage: facilitator,executive", "SeriesPage: facilitator,executive", "StatisticsPage: executive", "TemplateComparePage: executive,steward", "TemplatePage: executive,steward", "WriteAgendaPage: facilitator,executive", "WriteMinutesPage: facilitator,executive,secretary", "WriteTextPage: executive",
            ],
            Matrix.ForRoles);
}

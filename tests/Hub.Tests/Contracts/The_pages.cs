using Microsoft.AspNetCore.Routing;
using RecoveryCoP.Hub.Tests.Harness;

namespace RecoveryCoP.Hub.Tests.Contracts;

public sealed class The_pages(HubOnSqlite engine) : AtAHub(engine), IClassFixture<HubOnSqlite>
{
    [Fact]
    public async Task that_a_visitor_may_open_are_these_and_all_others_lead_to_the_sign_in_page()
    {
        using var visitor = new FormClient(Hub.Web);

        Assert.Equal(
            [
                "AboutPage", "CommunityPage", "ContactPage", "DirectoryPage", "FoundingPage", "HomePage", "LibraryListPage", "LibraryPracticePage", "LibraryRevisionPage",
                "PrivacyPage", "SignInPage", "StatisticsPage", "TemplatesPage",
            ],
            await new PageMatrix(Hub.Get<EndpointDataSource>(), visitor).ForVisitors(Cancel));
    }

    [Fact]
    public void that_only_some_roles_may_open_are_these()
    {
        using var visitor = new FormClient(Hub.Web);

        Assert.Equal(
            [
                "ChapterListPage: operator", "ChapterPage: operator", "DraftHeadPage: operator", "DraftItemPage: operator", "DraftPage: operator", "DraftPreviewPage: operator", "DraftsPage: operator",
                "NewCodePage: operator", "ReleaseDraftPage: operator", "TakeDownPage: operator", "WaitingNamesPage: operator",
            ],
            new PageMatrix(Hub.Get<EndpointDataSource>(), visitor).ForRoles);
    }
}

namespace RecoveryCoP.Hub.Tests.About;

/// <summary>Whoever keeps more of people says so on the privacy page, or writes down here why it says nothing of anybody.</summary>
public sealed class The_privacy_page
{
    // Of chapters, not of people: when their servers called, and which of their profiles is shown or waits. No record at a hub brings a text, and
    // a template that is being written says nothing of who writes it.
    private static readonly string[] _impersonal = ["chapter_contact *", "chapter_letter *", "shown_profile *", "waiting_profile *", "template_draft *", "text *", "text_holder *"];

    [Fact]
    public Task says_just_what_is_stored_of_people() => WhatIsKept.IsSaid(HubNode.Kind, HubNode.AddFeatures, typeof(HubNode).Assembly, _impersonal);

    [Fact]
    public Task names_nothing_that_people_do_not_find_in_their_own_data_without_saying_why() => WhatIsKept.IsGiven(HubNode.Kind, HubNode.AddFeatures, typeof(HubNode).Assembly);
}

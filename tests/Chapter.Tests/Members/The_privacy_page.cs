namespace RecoveryCoP.Chapter.Tests.Members;

/// <summary>Whoever keeps more of people says so on the privacy page, or writes down here why it says nothing of anybody.</summary>
public sealed class The_privacy_page
{
    // What the chapter exchanges with the hub, and how it keeps things: no person is in it.
    private static readonly string[] _impersonal =
    [
        "item_content *", "library_profile *", "hub_link *", "hub_lane *", "receipt *", "receipt_withheld *", "practice_feed *", "practice_feed_withdrawal *", "statistics_feed *",
        "inbox_cursor *", "inbox_setup *", "balance-target *", "series version", "series skips", "meeting occurrence",
        "practice state", "practice lastNumber", "practice sharedInChapterAt",
        "meeting plannedAt", "meeting version", "meeting state", "meeting round", "meeting roundSince", "meeting earlierStarts", "meeting guests", "meeting current", "meeting forgetOn", "meeting openActions", "meeting revisedAt", "meeting changes", "meeting changed", "meeting changedAt", "meeting readingsAdded", "meeting readingsAddedAt", "meeting announcedAt", "meeting startedAt", "meeting closedAt",
        "statistics-return period", "pulse *",
        "topic proposedAt", "topic keptAt", "topic treated", "topic notReachedBy", "topic withdrawnAt", "comments about", "committee version", "committee content", "committee closedAt", "organization *",
        "meeting movedIn", "move-in what", "move-in state", "move-in at", "move-in language", "move-in work", "move-in count", "move-in done", "move-in refusedCount", "move-in refused", "move-in left",
        "chapter-text *", "model-agenda *", "first-ninety-days since", "adoption practice", "adoption organization",
        // Where a community meets, and how: what it says of itself.
        "founding-answers *",
        "installed-template version", "installed-template head", "installed-template items", "installed-template language", "installed-template setAside", "fetched_template *",
        // Counts, and never whose.
        "vote committee", "vote recordedAt", "vote corrects", "vote wordsErasedAt", "vote content",
    ];

    [Fact]
    public Task says_just_what_is_stored_of_people() => WhatIsKept.IsSaid(ChapterNode.Kind, ChapterNode.AddFeatures, typeof(ChapterNode).Assembly, _impersonal);
}

namespace RecoveryCoP.Pictures;

/// <summary>What the README shows, and how a visitor gets there: by links and fields as they are named on the pages.</summary>
internal static class Album
{
    public static IReadOnlyList<(string Name, Func<Photographer, Task> Look)> Pages { get; } =
    [
        ("hub", Hub),
        ("home", Home),
        ("library", Library),
        ("practice", Practice),
        ("agenda", Agenda),
        ("balance", Balance),
        ("join", Join),
        ("upgrade", Upgrade),
        ("upgraded", Upgraded),
        ("undone", Undone),
    ];

    private static Task Home(Photographer me) => me.SignIn("montreal", "member");

    private static Task Hub(Photographer me) => me.Enter("hub");

    // Without its accent and in the plural, as people type.
    private static async Task Library(Photographer me)
    {
        await me.Enter("hub");
        await me.Follow("Bibliothèque", "Library");
        await me.Search(me.Said("equipes", "teams"));
        await me.ShowResults();
    }

    private static async Task Practice(Photographer me)
    {
        await Library(me);
        await me.FollowFirstHeading();
    }

    private static async Task Agenda(Photographer me)
    {
        await OpenTheNextMeeting(me);
        await me.Begin("Ordre du jour", "Agenda");
    }

    private static async Task Balance(Photographer me)
    {
        await OpenTheNextMeeting(me);
        await me.Begin("Équilibre de l’ordre du jour", "Agenda balance");
    }

    // Whoever leads meetings sees with the agenda how it balances.
    private static async Task OpenTheNextMeeting(Photographer me)
    {
        await me.SignIn("montreal", "facilitator");
        await me.Follow("Rencontres", "Meetings");
        await me.FollowFirstRow();
    }

    private static async Task Join(Photographer me)
    {
        await me.Leave();
        await me.Enter("montreal");
        await me.Follow("Se joindre à nous", "Join us");
    }

    // A new version of the hub's template: what the chapter and the hub both rewrote comes first.
    private static async Task Upgrade(Photographer me)
    {
        await me.SignIn("estrie", "steward");
        await me.Follow("Voir ce que cela changerait ici", "See what it would change here");
        await me.Begin("À décider", "To decide");
    }

    private static async Task Upgraded(Photographer me)
    {
        await Upgrade(me);
        await me.Press("Appliquer", "Apply");
        await me.Begin("Ce qui a été appliqué", "What was applied");
    }

    // What the picture before shows, taken back.
    private static async Task Undone(Photographer me)
    {
        await me.Confirm("Annuler", "Undo");
        await me.Begin("Ce qui a été annulé", "What was undone");
    }
}

namespace RecoveryCoP.Browser.Tests.Pages;

/// <summary>How each page of the two programs is reached. A page that is not here fails <see cref="Every_page"/>.</summary>
internal static class PagesToVisit
{
    private static readonly string _long = new('a', 5000);

    private static readonly PageToVisit[] _node =
    [
        new(Who.Stranger, "/fr", "/en"),
        new(Who.Stranger, "/fr/entrer", "/en/sign-in", new Refused("ask"), new Refused("enter", ("Key", "ABCD"))),
        // What it is like before there is anything: A_new_node.
        new(Who.Stranger, "/fr/fonder", "/en/found") { Status = 404 },
        new(Who.Keeper, "/fr/fonder/mots", "/en/found/words") { Status = 404 },
        new(Who.Keeper, "/fr/ma-page", "/en/my-page", new Refused("introduce", ("Name", ""))),
        new(Who.Keeper, "/fr/ma-page/adresse", "/en/my-page/address", new Refused("new-address", ("Address", "x"))),
        new(Who.Keeper, "/fr/ma-page/mes-donnees", "/en/my-page/my-data"),
        new(Who.Keeper, "/fr/sortir", "/en/sign-out"),
        new(Who.Keeper, "/fr/a-gerer", "/en/look-after"),
        new(Who.Keeper, "/fr/qui-nous-sommes", "/en/who-we-are", new Refused("profile", ("NameFr", ""), ("NameEn", ""), ("DescriptionFr", _long), ("WebAddress", "javascript:alert(1)"))),
        new(Who.Keeper, "/fr/acces/journal", "/en/access/log"),
        new(Who.Keeper, "/fr/envoi-des-courriels", "/en/sending-email", new Refused("choose", ("Host", ""))),
        new(Who.Keeper, "/fr/sauvegardes", "/en/backups"),
        new(Who.Keeper, "/fr/etat-du-serveur", "/en/server-status", new Refused("contacts", ("First", "x"))),
        new(Who.Keeper, "/fr/incidents", "/en/incidents"),
        new(Who.Keeper, "/fr/incidents/consigner", "/en/incidents/write", new Refused("incident", ("Information", _long), ("KnownOn", "hier"))),
        new(Who.Keeper, "/fr/hors-du-quebec", "/en/outside-quebec"),
        // With one that was written down: The_pages_of_incidents.
        new(Who.Keeper, "/fr/incidents/{Id:guid}", "/en/incidents/{Id:guid}") { Status = 404 },
        new(Who.Keeper, "/fr/incidents/{Id:guid}/corriger", "/en/incidents/{Id:guid}/amend") { Status = 404 },
        new(Who.Keeper, "/fr/bibliotheque", "/en/library"),
        new(Who.Keeper, "/fr/bibliotheque/{Node}/{Practice:guid}", "/en/library/{Node}/{Practice:guid}"),
        new(Who.Keeper, "/fr/bibliotheque/{Node}/{Practice:guid}", "/en/library/{Node}/{Practice:guid}") { About = About.Withdrawn, Status = 410 },
        new(Who.Keeper, "/fr/bibliotheque/{Node}/{Practice:guid}/revisions/{Number:int}", "/en/library/{Node}/{Practice:guid}/revisions/{Number:int}"),
    ];

    public static IReadOnlyList<PageToVisit> OfAChapter { get; } =
    [
        .. _node,
        new(Who.Keeper, "/fr/acces", "/en/access", new Refused("add")),
        new(Who.Keeper, "/fr/acces/{Id:guid}", "/en/access/{Id:guid}", new Refused("give")),
        new(Who.Keeper, "/fr", "/en"),
        new(Who.Stranger, "/fr/joindre", "/en/join", new Refused("join"), new Refused("join", ("Version", "9")) { Status = 409 }),
        new(Who.Stranger, "/fr/joindre/confirmer", "/en/join/confirm", new Refused("confirm", ("Key", "ABCD"))),
        new(Who.Stranger, "/fr/vie-privee", "/en/privacy"),
        new(Who.Stranger, "/fr/charte", "/en/charter"),
        new(Who.Stranger, "/fr/charte/versions/{Number:int}", "/en/charter/versions/{Number:int}"),
        // Before one has accepted: Joining.
        new(Who.Keeper, "/fr/charte/adherer", "/en/charter/accept"),
        new(Who.Keeper, "/fr/charte/publier", "/en/charter/publish", new Refused("publish", ("Fr", "")), new Refused("publish", ("Version", "1"), ("Fr", "## Un\nTexte."), ("En", "## One\nText.")) { Status = 409 }),
        new(Who.Keeper, "/fr/notre-modele", "/en/our-template", new Refused("send")),
        // With a template to compare: The_pages_of_templates.
        new(Who.Keeper, "/fr/notre-modele/comparer/{Key}", "/en/our-template/compare/{Key}") { Status = 404 },
        new(Who.Keeper, "/fr/fonder/modele", "/en/found/template", new Refused("template", ("Template", "x")), new Refused("send")),
        // Each leads to where one is; with answers: Founding_from_a_template.
        new(Who.Keeper, "/fr/fonder/rencontres", "/en/found/meetings"),
        new(Who.Keeper, "/fr/fonder/carrefour", "/en/found/hub"),
        new(Who.Keeper, "/fr/fonder/apercu", "/en/found/preview"),
        new(Who.Keeper, "/fr/fonder/suite", "/en/found/progress"),
        new(Who.Keeper, "/fr/notre-groupe-existait-deja", "/en/our-group-already-existed"),
        new(Who.Keeper, "/fr/notre-groupe-existait-deja/rencontres", "/en/our-group-already-existed/meetings", new Refused("meetings"), new Refused("meetings", ("Text", "Date\nhier\n2099-01-01"), ("Step", "look")), new Refused("meetings", ("Hour", ""), ("Minutes", "mille"))),
        new(Who.Keeper, "/fr/notre-groupe-existait-deja/personnes", "/en/our-group-already-existed/people", new Refused("roster"), new Refused("roster", ("Text", "Nom;Ville\nCamille;Laval"))),
        new(Who.Keeper, "/fr/notre-groupe-existait-deja/documents", "/en/our-group-already-existed/documents", new Refused("documents")),
        // With documents that were sent: The_pages_of_moving_in.
        new(Who.Keeper, "/fr/notre-groupe-existait-deja/documents/{Move:guid}", "/en/our-group-already-existed/documents/{Move:guid}") { Status = 404 },
        new(Who.Keeper, "/fr/personnes", "/en/people"),
        new(Who.Keeper, "/fr/organisations", "/en/organizations"),
        new(Who.Keeper, "/fr/organisations/ajouter", "/en/organizations/add", new Refused("add-organization")),
        new(Who.Keeper, "/fr/organisations/{Id:guid}", "/en/organizations/{Id:guid}"),
        new(Who.Keeper, "/fr/organisations/{Id:guid}/corriger", "/en/organizations/{Id:guid}/correct", new Refused("correct-organization", ("Name", ""))),
        new(Who.Keeper, "/fr/comites", "/en/committees"),
        new(Who.Keeper, "/fr/comites/creer", "/en/committees/make", new Refused("committee")),
        new(Who.Keeper, "/fr/comites/{Id:guid}", "/en/committees/{Id:guid}"),
        new(Who.Keeper, "/fr/comites/{Id:guid}/modifier", "/en/committees/{Id:guid}/revise", new Refused("revise-committee", ("NameFr", ""), ("NameEn", ""))),
        new(Who.Keeper, "/fr/comites/{Id:guid}/sieges/ajouter", "/en/committees/{Id:guid}/seats/add", new Refused("add-seat")),
        new(Who.Keeper, "/fr/comites/{Id:guid}/sieges/{SeatId:guid}", "/en/committees/{Id:guid}/seats/{SeatId:guid}", new Refused("offer-seat", ("Until", "demain"))),
        new(Who.Keeper, "/fr/comites/{Id:guid}/sieges/{SeatId:guid}/modifier", "/en/committees/{Id:guid}/seats/{SeatId:guid}/revise", new Refused("revise-seat", ("TitleFr", ""), ("TitleEn", ""))),
        new(Who.Keeper, "/fr/comites/{Id:guid}/votes/consigner", "/en/committees/{Id:guid}/votes/record", new Refused("record-vote")),
        new(Who.Keeper, "/fr/comites/{Id:guid}/votes/{VoteId:guid}", "/en/committees/{Id:guid}/votes/{VoteId:guid}"),
        new(Who.Keeper, "/fr/comites/{Id:guid}/votes/{VoteId:guid}/modifier", "/en/committees/{Id:guid}/votes/{VoteId:guid}/change", new Refused("mend-vote", ("Outcome", ""))),
        new(Who.Keeper, "/fr/ma-page/profil", "/en/my-page/profile", new Refused("describe", ("TalkAbout", _long)), new Refused("groups")),
        new(Who.Keeper, "/fr/ma-page/courriels", "/en/my-page/messages", new Refused("letters", ("Wanted", "lettre-inconnue"))),
        new(Who.Keeper, "/fr/ma-page/calendrier", "/en/my-page/calendar"),
        // With a link that is good: Letters_about_meetings.
        new(Who.Stranger, "/fr/repondre/{Token}", "/en/answer/{Token}") { Status = 404 },
        new(Who.Stranger, "/fr/suivi-fait/{Token}", "/en/action-done/{Token}") { Status = 404 },
        // With an intention: Asking_what_became_of_it.
        new(Who.Stranger, "/fr/ou-en-est-ce/{Token}", "/en/what-became-of-it/{Token}") { Status = 404 },
        // With a link that is good: Files_of_meetings.
        new(Who.Stranger, "/fr/fichier-a-lire/{Token}", "/en/file-to-read/{Token}") { Status = 404 },
        new(Who.Stranger, "/fr/courriels/arreter/{Token}", "/en/messages/stop/{Token}") { Status = 404 },
        new(Who.Keeper, "/fr/inviter", "/en/invite", new Refused("invite"), new Refused("invite", ("Addresses", "personne; a@b@c"), ("Words", _long))),
        new(Who.Keeper, "/fr/inviter/carte", "/en/invite/card"),
        new(Who.Keeper, "/fr/inviter/liste", "/en/invite/list", new Refused("roster"), new Refused("roster", ("Text", "Nom;Ville\nCamille;Laval"))),
        // With a link that is good: Invitations.
        new(Who.Stranger, "/fr/invitation/{Token}", "/en/invitation/{Token}") { Status = 404 },
        // Open ones, with a mail server and a link that is good: Coming_as_a_guest.
        new(Who.Stranger, "/fr/venir/{Id:guid}", "/en/come/{Id:guid}") { Status = 404 },
        new(Who.Stranger, "/fr/venue/{Token}", "/en/visit/{Token}") { Status = 404 },
        new(Who.Keeper, "/fr/rencontres", "/en/meetings"),
        new(Who.Keeper, "/fr/rencontres/planifier", "/en/meetings/plan", new Refused("plan"), new Refused("plan", ("VideoLink", "pas un lien"), ("Items[1].Minutes", "vingt"))),
        new(Who.Keeper, "/fr/rencontres/series", "/en/meetings/series"),
        new(Who.Keeper, "/fr/rencontres/series/preparer", "/en/meetings/series/set-up", new Refused("series"), new Refused("series", ("Title", "Une série"), ("Every", "2"))),
        new(Who.Keeper, "/fr/rencontres/series/{Id:guid}", "/en/meetings/series/{Id:guid}"),
        new(Who.Keeper, "/fr/rencontres/series/{Id:guid}/revoir", "/en/meetings/series/{Id:guid}/revise", new Refused("series", ("Title", "")), new Refused("series", ("Version", "0"), ("Title", "Un autre nom")) { Status = 409 }),
        new(Who.Keeper, "/fr/rencontres/ordres-du-jour-types", "/en/meetings/model-agendas"),
        new(Who.Keeper, "/fr/rencontres/ordres-du-jour-types/{Id:guid}", "/en/meetings/model-agendas/{Id:guid}"),
        new(Who.Keeper, "/fr/rencontres/ordres-du-jour-types/{Id:guid}/ecrire", "/en/meetings/model-agendas/{Id:guid}/write", new Refused("model-agenda", ("TitleFr", ""), ("TitleEn", ""), ("Items[0].Minutes", "vingt")), new Refused("model-agenda", ("Version", "9"), ("TitleFr", "Un autre")) { Status = 409 }),
        new(Who.Stranger, "/fr/textes", "/en/texts"),
        new(Who.Keeper, "/fr/textes", "/en/texts"),
        new(Who.Stranger, "/fr/textes/{Id:guid}", "/en/texts/{Id:guid}"),
        new(Who.Keeper, "/fr/textes/{Id:guid}", "/en/texts/{Id:guid}"),
        new(Who.Keeper, "/fr/textes/{Id:guid}/ecrire", "/en/texts/{Id:guid}/write", new Refused("text", ("TitleFr", "")), new Refused("text", ("Version", "9"), ("TitleFr", "Un autre")) { Status = 409 }),
        new(Who.Keeper, "/fr/rencontres/equilibre", "/en/meetings/balance", new Refused("balance", ("Bands[0].From", "deux")), new Refused("balance", ("Version", "9"), ("Bands[0].From", "35")) { Status = 409 }),
        new(Who.Keeper, "/fr/rencontres/{Id:guid}", "/en/meetings/{Id:guid}", new Refused("cancel")),
        new(Who.Keeper, "/fr/rencontres/{Id:guid}", "/en/meetings/{Id:guid}", new Refused("announce"), new Refused("announce", ("Version", "9")) { Status = 409 }) { Stage = Stage.Draft },
        new(Who.Keeper, "/fr/rencontres/{Id:guid}", "/en/meetings/{Id:guid}") { Stage = Stage.InProgress },
        new(Who.Keeper, "/fr/rencontres/{Id:guid}", "/en/meetings/{Id:guid}") { Stage = Stage.Closed },
        new(Who.Keeper, "/fr/rencontres/{Id:guid}", "/en/meetings/{Id:guid}") { Stage = Stage.Cancelled },
        new(Who.Keeper, "/fr/rencontres/{Id:guid}/planifier", "/en/meetings/{Id:guid}/plan", new Refused("revise", ("Title", "")), new Refused("revise", ("Version", "0"), ("Title", "Un autre titre")) { Status = 409 }),
        new(Who.Keeper, "/fr/rencontres/{Id:guid}/fichiers", "/en/meetings/{Id:guid}/files", new Refused("add-file", ("Title", _long))),
        new(Who.Keeper, "/fr/rencontres/{Id:guid}/fichiers", "/en/meetings/{Id:guid}/files") { Stage = Stage.Closed },
        new(Who.Keeper, "/fr/rencontres/{Id:guid}/animer", "/en/meetings/{Id:guid}/run"),
        new(Who.Keeper, "/fr/rencontres/{Id:guid}/animer", "/en/meetings/{Id:guid}/run", new Refused("guest", ("GuestName", "")), new Refused("note-")) { Stage = Stage.InProgress },
        new(Who.Keeper, "/fr/rencontres/{Id:guid}/proces-verbal", "/en/meetings/{Id:guid}/minutes", new Refused("approve", ("AtMeeting", "demain")), new Refused("correction")) { Stage = Stage.Closed },
        new(Who.Keeper, "/fr/rencontres/{Id:guid}/proces-verbal/rediger", "/en/meetings/{Id:guid}/minutes/write", new Refused("minutes", ("Text", "")), new Refused("minutes", ("Version", "0"), ("Text", "Autre texte")) { Status = 409 }) { Stage = Stage.Closed },
        new(Who.Keeper, "/fr/suivis", "/en/actions"),
        new(Who.Keeper, "/fr/suivis/{Id:guid}/confier", "/en/actions/{Id:guid}/hand-over", new Refused("hand-over")),
        new(Who.Keeper, "/fr/sujets", "/en/topics"),
        new(Who.Keeper, "/fr/sujets/proposer", "/en/topics/propose", new Refused("propose")),
        new(Who.Keeper, "/fr/sujets/{Id:guid}", "/en/topics/{Id:guid}", new Refused("decline"), new Refused("put-on", ("Minutes", "longtemps")), new Refused("comment")),
        new(Who.Keeper, "/fr/sujets/{Id:guid}/modifier", "/en/topics/{Id:guid}/edit", new Refused("edit", ("Title", ""))),
        new(Who.Keeper, "/fr/ma-page/commentaires", "/en/my-page/comments"),
        // With a practice that somebody else wrote: The_pages_of_intentions.
        new(Who.Keeper, "/fr/ma-page/essais", "/en/my-page/trying"),
        new(Who.Keeper, "/fr/pratiques/{Id:guid}/racines", "/en/practices/{Id:guid}/roots", new Refused("say-where", ("Note", "Ce que j’ai écrit"))),
        new(Who.Keeper, "/fr/bibliotheque/{Node}/{Practice:guid}/racines", "/en/library/{Node}/{Practice:guid}/roots"),
        new(Who.Keeper, "/fr/pratiques/adoptions/{Id:guid}", "/en/practices/adoptions/{Id:guid}", new Refused("say", ("Note", "Ce que j’ai écrit"))),
        new(Who.Keeper, "/fr/bibliotheque/{Node}/{Practice:guid}/essayer", "/en/library/{Node}/{Practice:guid}/try"),
        new(Who.Keeper, "/fr/pratiques/{Id:guid}/comparer/{Node}/{Practice:guid}", "/en/practices/{Id:guid}/compare/{Node}/{Practice:guid}"),
        new(Who.Keeper, "/fr/pratiques/{Id:guid}/adapter", "/en/practices/{Id:guid}/adapt", new Refused("adapt")),
        new(Who.Keeper, "/fr/bibliotheque/{Node}/{Practice:guid}/adapter", "/en/library/{Node}/{Practice:guid}/adapt", new Refused("adapt")),
        new(Who.Keeper, "/fr/pratiques", "/en/practices"),
        new(Who.Keeper, "/fr/pratiques/ecrire", "/en/practices/write", new Refused("write")),
        new(Who.Keeper, "/fr/pratiques/{Id:guid}", "/en/practices/{Id:guid}", new Refused("withdraw")),
        new(Who.Keeper, "/fr/pratiques/{Id:guid}", "/en/practices/{Id:guid}") { About = About.Draft },
        new(Who.Keeper, "/fr/pratiques/{Id:guid}", "/en/practices/{Id:guid}") { About = About.Withdrawn },
        new(Who.Keeper, "/fr/pratiques/{Id:guid}/reviser", "/en/practices/{Id:guid}/revise", new Refused("revise", ("Title", "")), new Refused("revise", ("Version", "1"), ("Title", "Le thé du mardi")) { Status = 409 }),
        new(Who.Keeper, "/fr/pratiques/{Id:guid}/revisions/{Number:int}", "/en/practices/{Id:guid}/revisions/{Number:int}"),
        new(Who.Keeper, "/fr/reseau", "/en/network"),
        new(Who.Keeper, "/fr/statistiques", "/en/statistics", new Refused("approve-", ("Seen", "-")) { Status = 409 }),
    ];

    public static IReadOnlyList<PageToVisit> OfAHub { get; } =
    [
        .. _node,
        new(Who.Keeper, "/fr/acces", "/en/access", new Refused("add")),
        new(Who.Keeper, "/fr/acces/{Id:guid}", "/en/access/{Id:guid}"),
        new(Who.Stranger, "/fr/bibliotheque", "/en/library"),
        new(Who.Stranger, "/fr/bibliotheque/{Node}/{Practice:guid}", "/en/library/{Node}/{Practice:guid}"),
        new(Who.Stranger, "/fr/a-propos", "/en/about"),
        new(Who.Stranger, "/fr/nous-joindre", "/en/contact"),
        new(Who.Stranger, "/fr/vie-privee", "/en/privacy"),
        new(Who.Stranger, "/fr/communautes", "/en/communities"),
        new(Who.Stranger, "/fr/communautes/{Id}", "/en/communities/{Id}"),
        new(Who.Keeper, "/fr/inscriptions", "/en/enrolments"),
        new(Who.Keeper, "/fr/inscriptions/nouveau-code", "/en/enrolments/new-code", new Refused("code", ("Note", _long))),
        new(Who.Keeper, "/fr/inscriptions/{Id}", "/en/enrolments/{Id}", new Refused("suspend"), new Refused("revoke"), new Refused("note", ("Note", _long))),
        new(Who.Keeper, "/fr/noms", "/en/names"),
        new(Who.Keeper, "/fr/bibliotheque/{Node}/{Practice:guid}/retirer", "/en/library/{Node}/{Practice:guid}/take-down", new Refused("take-down")),
        new(Who.Stranger, "/fr/modeles", "/en/templates"),
        new(Who.Keeper, "/fr/modeles", "/en/templates", new Refused("release")),
        new(Who.Keeper, "/fr/modeles/brouillons", "/en/templates/drafts", new Refused("start")),
        // With a draft: The_pages_of_drafts.
        new(Who.Keeper, "/fr/modeles/brouillons/{Id:guid}", "/en/templates/drafts/{Id:guid}") { Status = 404 },
        new(Who.Keeper, "/fr/modeles/brouillons/{Id:guid}/presentation", "/en/templates/drafts/{Id:guid}/about") { Status = 404 },
        new(Who.Keeper, "/fr/modeles/brouillons/{Id:guid}/{Kind}/{Item}", "/en/templates/drafts/{Id:guid}/{Kind}/{Item}") { Status = 404 },
        new(Who.Keeper, "/fr/modeles/brouillons/{Id:guid}/lire", "/en/templates/drafts/{Id:guid}/read") { Status = 404 },
        new(Who.Keeper, "/fr/modeles/brouillons/{Id:guid}/publier", "/en/templates/drafts/{Id:guid}/release") { Status = 404 },
        new(Who.Stranger, "/fr/statistiques", "/en/statistics"),
        new(Who.Keeper, "/fr/statistiques", "/en/statistics"),
    ];

    /// <summary>A chapter's pages before there is anything on them.</summary>
    public static IReadOnlyList<PageToVisit> OfANewChapter { get; } =
    [
        new(Who.Keeper, "/fr", "/en"),
        new(Who.Stranger, "/fr", "/en"),
        new(Who.Keeper, "/fr/acces", "/en/access"),
        new(Who.Keeper, "/fr/personnes", "/en/people"),
        new(Who.Stranger, "/fr/charte", "/en/charter"),
        new(Who.Keeper, "/fr/rencontres", "/en/meetings"),
        // Not yet of the executive committee.
        new(Who.Keeper, "/fr/rencontres/series", "/en/meetings/series") { Status = 403 },
        new(Who.Keeper, "/fr/pratiques", "/en/practices"),
        new(Who.Keeper, "/fr/bibliotheque", "/en/library"),
        new(Who.Keeper, "/fr/reseau", "/en/network", new Refused("enrol")),
        // Not yet of the executive committee.
        new(Who.Keeper, "/fr/rencontres/planifier", "/en/meetings/plan") { Status = 403 },
        new(Who.Keeper, "/fr/statistiques", "/en/statistics") { Status = 403 },
    ];

    /// <summary>A hub's pages before there is anything on them.</summary>
    public static IReadOnlyList<PageToVisit> OfANewHub { get; } =
    [
        new(Who.Stranger, "/fr", "/en"),
        new(Who.Stranger, "/fr/communautes", "/en/communities"),
        new(Who.Keeper, "/fr/acces", "/en/access"),
        new(Who.Stranger, "/fr/bibliotheque", "/en/library"),
        new(Who.Keeper, "/fr/inscriptions", "/en/enrolments"),
        new(Who.Stranger, "/fr/statistiques", "/en/statistics"),
    ];

    /// <summary>Addresses without a page for people: where one is led on, what programs ask, files.</summary>
    public static bool IsNoPage(string route) =>
        route is "/" or "/modeles/{name}.zip" or "/livez" or "/readyz" or "/robots.txt" or "/_framework/opaque-redirect" or "/fr/sauvegardes/la-plus-recente" or "/en/backups/newest" or "/calendrier/{id:guid}.ics" or "/calendrier/rencontres-ouvertes.ics" or "/calendar/open-meetings.ics" or "/lettres/arreter/{token}" or "/invitations/jamais/{token}" or "/mes-donnees/{ticket}" or "/fichiers/{meeting:guid}/{file:guid}" or "/fichiers/courriel/{token}"
        || route.StartsWith("/calendrier/{secret", StringComparison.Ordinal) || route.StartsWith("/files/", StringComparison.Ordinal) || route.EndsWith(":grpcunimplemented}", StringComparison.Ordinal);
}

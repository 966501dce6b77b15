using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Tests.Library;

public sealed class Looking_for_a_practice(PostgresServer server)
{
    private static readonly string North = LibraryOfATest.Chapter('a');

    public static TheoryData<Engine> Engines => [Engine.Sqlite, Engine.PostgreSql];

    [Theory]
    [InlineData("rencontre", "Nos rencontres du mardi")]
    [InlineData("RENCONTRES", "Nos rencontres du mardi")]
    [InlineData("retablissement", "Le Rétablissement à l’hôpital")]
    [InlineData("Rétablissements", "Le Rétablissement à l’hôpital")]
    [InlineData("rètablissèments", "Le Rétablissement à l’hôpital")]
    [InlineData("l'hopital", "Le Rétablissement à l’hôpital")]
    [InlineData("pairs aidants", "Accueil par un pair aidant")]
    [InlineData("paire aidante", "Accueil par un pair aidant")]
    [InlineData("espoir", "Un mur de l’espoir")]
    [InlineData("meeting", "Walking meetings")]
    [InlineData("walking meetings", "Walking meetings")]
    [InlineData("les rencontres du mardi", "Nos rencontres du mardi")]
    [InlineData("retab", "Le Rétablissement à l’hôpital")]
    [InlineData("accueil pai", "Accueil par un pair aidant")]
    [InlineData("coeur", "Parler avec cœur")]
    [InlineData("peers'", "A peer's story")]
    [InlineData("ᐃᓄᒃᑎᑐᑦ", "Des mots en ᐃᓄᒃᑎᑐᑦ")]
    public async Task forgives_accents_plurals_and_case(string typed, string title)
    {
        foreach (var engine in new[] { Engine.Sqlite, Engine.PostgreSql })
        {
            await using var library = await LibraryOfATest.On(engine, server);
            foreach (var (number, (written, language)) in Few.Index())
            {
                await library.Share(North, Guid.Parse($"00000000-0000-0000-0000-{number:d12}"), written, language: language);
            }

            await library.CatchUp();

            Assert.Equal([title], await library.Titles(typed));
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task finds_a_title_with_pictures_by_its_words(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        string[] titles =
        [
            "❤\uFE0FBienvenue", "Le jardin\u2600\uFE0Fpartagé", "👩\u200D👧Proches", "👍🏽Merci", "1\uFE0F\u20E3 étape", "🏴\U000E0067\U000E0062\U000E007FÉcosse", "Réta\u00ADblissement",
            "2\uFE0F\u20E3Accueillir", "ℹ\uFE0FInformation", "3\u20E3Marcher", "ℹ\uFE0ERenseignement",
        ];
        foreach (var (number, title) in titles.Index())
        {
            await Share(library, number + 1, title);
        }

        await library.CatchUp();

        foreach (var (number, typed) in new[] { "bienvenue", "partage", "proche", "merci", "1", "ecosse", "retablissement", "accueillir", "information", "marcher", "renseignement" }.Index())
        {
            Assert.Equal([titles[number]], await library.Titles(typed));
            Assert.Equal([titles[number]], await library.Titles(titles[number]));
            Assert.Equal([titles[number]], await library.Titles("❤\uFE0F " + typed));
        }
    }

    [Theory]
    [InlineData("actif active actifs actives")]
    [InlineData("nouveau nouvelle nouveaux nouvelles nouvel")]
    [InlineData("beau belle beaux belles bel")]
    [InlineData("heureux heureuse heureuses")]
    [InlineData("jaloux jalouse")]
    [InlineData("aidant aidante aidants aidantes")]
    [InlineData("animateur animatrice animateurs animatrices")]
    [InlineData("auteur autrice auteurs autrices auteure")]
    [InlineData("travailleur travailleuse travailleurs travailleuses")]
    [InlineData("social sociale sociaux sociales")]
    [InlineData("égal égale égaux égales")]
    [InlineData("attentif attentive attentifs attentives")]
    [InlineData("neuf neuve neufs")]
    [InlineData("personnel personnelle personnels personnelles")]
    [InlineData("réel réelle réels réelles")]
    [InlineData("ancien ancienne anciens anciennes")]
    [InlineData("citoyen citoyenne citoyens citoyennes")]
    [InlineData("premier première premiers premières")]
    [InlineData("conseiller conseillère conseillers conseillères")]
    [InlineData("léger légère légers légères")]
    [InlineData("bon bonne bons bonnes")]
    [InlineData("vieux vieille vieil vieilles")]
    [InlineData("public publique publics publiques")]
    [InlineData("québécois québécoise québécoises")]
    [InlineData("long longue longs longues")]
    [InlineData("bref brève brefs brèves")]
    [InlineData("sec sèche secs sèches")]
    [InlineData("frais fraîche fraîches")]
    [InlineData("fou folle fous folles fol")]
    [InlineData("mou molle mous molles mol")]
    [InlineData("favori favorite favoris favorites")]
    [InlineData("bas basse basses")]
    [InlineData("las lasse lasses")]
    [InlineData("faux fausse fausses")]
    [InlineData("roux rousse rousses")]
    [InlineData("net nette nets nettes")]
    [InlineData("nul nulle nuls nulles")]
    [InlineData("turc turque turcs turques")]
    [InlineData("grec grecque grecs grecques")]
    [InlineData("malin maligne malins malignes")]
    [InlineData("bénin bénigne bénins bénignes")]
    [InlineData("tiers tierce tierces")]
    [InlineData("jumeau jumelle jumeaux jumelles")]
    [InlineData("sot sotte sots sottes")]
    [InlineData("caduc caduque caducs caduques")]
    [InlineData("laïc laïque laïcs laïques")]
    public void finds_a_French_word_by_either_gender(string forms)
    {
        var tokens = forms.Split(' ').Select(Tokens).ToList();
        Assert.All(tokens, one => Assert.All(tokens, other => Assert.True(one.Overlaps(other), $"{string.Join(' ', one)} : {string.Join(' ', other)}")));
    }

    [Theory]
    [InlineData("selle", "sel")]
    [InlineData("personne", "personnel")]
    [InlineData("mère", "mer")]
    [InlineData("vie", "vif")]
    [InlineData("action", "active")]
    [InlineData("activité", "active")]
    [InlineData("chapeau", "chapelle")]
    [InlineData("eau", "elle")]
    [InlineData("taux", "tal")]
    [InlineData("maux", "mal")]
    [InlineData("colère", "col")]
    [InlineData("nature", "naturel")]
    [InlineData("social", "société")]
    [InlineData("house", "houx")]
    [InlineData("nouvelle", "novel")]
    public void does_not_take_one_word_for_another_that_ends_alike(string one, string other) => Assert.False(Tokens(one).Overlaps(Tokens(other)));

    [Theory, MemberData(nameof(Engines))]
    public async Task finds_what_is_written_in_the_other_gender(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        await Share(library, 1, "Une nouvelle façon d’être active");
        await Share(library, 2, "Un nouveau comité, actif");
        await library.CatchUp();

        Assert.Equal(2, (await library.Find("nouveaux actifs")).Total);
        Assert.Equal(2, (await library.Find("nouvelle active")).Total);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task shows_title_before_summary_before_text_then_the_newest(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        await Share(library, 1, "Un", text: "La confiance.", days: 9);
        await Share(library, 2, "Deux", summary: "La confiance.", days: 3);
        await Share(library, 3, "La confiance", days: 1);
        await Share(library, 4, "La confiance encore", days: 2);
        await Share(library, 5, "Cinq", text: "Autre chose.", days: 8);
        library.Clock.Advance(TimeSpan.FromDays(30));
        await library.CatchUp();

        Assert.Equal(["La confiance encore", "La confiance", "Deux", "Un"], await library.Titles("confiance"));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task needs_every_word_wherever_it_is(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        await Share(library, 1, "La confiance", text: "au jardin");
        await Share(library, 2, "La confiance");
        await Share(library, 3, "Le jardin");
        await library.CatchUp();

        Assert.Equal(["La confiance"], await library.Titles("confiance jardin"));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("') or 1=1 --")]
    [InlineData("title:x OR (summary:y AND NOT z)")]
    [InlineData("NEAR(a b, 3) *")]
    [InlineData("{title} : \"a\" ^b + c")]
    [InlineData("a:* & !b | (c <-> d)")]
    [InlineData("'a':A \\ \\' %_ \0 \uD800 \uDFFF \u202E")]
    [InlineData("* * *")]
    [InlineData("AND OR NOT")]
    [InlineData("le la the of")]
    [InlineData("𝕬𝖇𝖈 😀 ﷺ ßßß ẞ")]
    [InlineData("-1 --2 a-b")]
    public async Task has_an_answer_whatever_is_typed(string typed)
    {
        foreach (var engine in new[] { Engine.Sqlite, Engine.PostgreSql })
        {
            await using var library = await LibraryOfATest.On(engine, server);
            await Share(library, 1, "La confiance");
            await library.CatchUp();

            Assert.InRange((await library.Find(typed)).Total, 0, 1);
            Assert.Equal(0, (await library.Queries.Find(new() { Language = typed, Topic = typed, Chapter = typed, Chime = typed }, TestContext.Current.CancellationToken)).Total);
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task reads_the_first_words_of_very_many(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        await Share(library, 1, "La confiance");
        await library.CatchUp();

        foreach (var typed in new[] { new string('x', 10_000), string.Join(' ', Enumerable.Repeat("confiance", 1_000)), string.Join(' ', Enumerable.Range(0, 3_000)), new string('(', 10_000) })
        {
            var found = await library.Find(typed);
            Assert.True(found.Shortened);
            Assert.InRange(found.Total, 0, 1);
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task survives_a_text_of_nothing_but_invented_words(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        var text = string.Join(' ', Enumerable.Range(0, 42_000).Select(n => $"x{n:x4}"));
        await Share(library, 1, "Beaucoup de mots", text: text);
        await library.CatchUp();

        Assert.Equal(["Beaucoup de mots"], await library.Titles("beaucoup mot"));
        Assert.Equal(["Beaucoup de mots"], await library.Titles("x0001"));
    }

    [Fact]
    public async Task gives_the_same_in_the_same_order_on_both_engines()
    {
        await using var embedded = await LibraryOfATest.On(Engine.Sqlite, server);
        await using var postgres = await LibraryOfATest.On(Engine.PostgreSql, server);
        foreach (var library in new[] { embedded, postgres })
        {
            await Corpus.Share(library);
            await library.CatchUp();
        }

        foreach (var typed in Corpus.Questions)
        {
            for (var page = 1; page <= 4; page++)
            {
                var search = new Node.Library.LibrarySearch { Words = typed, Page = page };
                var one = await embedded.Queries.Find(search, TestContext.Current.CancellationToken);
                var other = await postgres.Queries.Find(search, TestContext.Current.CancellationToken);
                Assert.Equal(one.Total, other.Total);
                Assert.Equal(one.Entries, other.Entries);
                Assert.All(one.Facets, facet => Assert.Equal(facet.Value, other.Facets[facet.Key]));
            }
        }

        Assert.Equal(Corpus.Size, (await embedded.Find("")).Total);
        foreach (var question in Corpus.Questions.Where(q => q is not ("" or "zzz")))
        {
            Assert.NotEqual(0, (await embedded.Find(question)).Total);
        }
    }

    private static HashSet<string> Tokens(string word) => [.. Node.Library.Search.Words.Of(word).Single().Tokens];

    private static Task<byte[]> Share(LibraryOfATest library, int number, string title, string summary = "", string text = "", int days = 0) => library.Share(
        North, Guid.Parse($"00000000-0000-0000-0000-{number:d12}"), title, summary, text, at: LibraryOfATest.Start.AddDays(days - 30));

    private static readonly (string Title, string Language)[] Few =
    [
        ("Nos rencontres du mardi", "fr"),
        ("Le Rétablissement à l’hôpital", "fr"),
        ("Accueil par un pair aidant", "fr"),
        ("Un mur de l’espoir", "fr"),
        ("Walking meetings", "en"),
        ("Parler avec cœur", "fr"),
        ("A peer's story", "en"),
        ("Des mots en ᐃᓄᒃᑎᑐᑦ", "fr"),
    ];
}

using RecoveryCoP.Browser.Tests.Journeys;
using RecoveryCoP.Browser.Tests.Pages;

namespace RecoveryCoP.Browser.Tests.Nodes;

/// <summary>The one network of this assembly, started by the first test that asks for it. Tests of several classes are in it at the same time.</summary>
public sealed class SharedNetwork : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private Network? _network;

    /// <summary>The network, in order.</summary>
    public async Task<Network> With(Testing.Browser browser)
    {
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return _network ??= await Network.Start(browser);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_network is not null)
        {
            await _network.DisposeAsync();
        }

        _gate.Dispose();
    }
}

/// <summary>
/// A hub and an admitted chapter that all tests share: each test brings a chapter of its own, or only reads. The chapter has shared a practice
/// in two revisions and withdrawn another, so that every page has something to show.
/// </summary>
public sealed class Network : IAsyncDisposable
{
    private RunningNode? _hub;
    private RunningNode? _neighbour;
    private Person? _operator;
    private Person? _steward;

    public RunningNode Hub => _hub!;

    /// <summary>The chapter that was there before.</summary>
    public RunningNode Neighbour => _neighbour!;

    /// <summary>Signed in at the hub.</summary>
    public Person Operator => _operator!;

    /// <summary>Signed in at the neighbour; also of its executive committee.</summary>
    public Person Steward => _steward!;

    /// <summary>The neighbour's id in the network.</summary>
    public string NeighbourId { get; private set; } = "";

    /// <summary>The practice that the neighbour shared, in two revisions.</summary>
    public string Practice { get; private set; } = "";

    /// <summary>The practice that it shared and withdrew.</summary>
    public string Withdrawn { get; private set; } = "";

    /// <summary>A topic that the neighbour's steward proposed, with a comment of theirs.</summary>
    public string Topic { get; private set; } = "";

    /// <summary>An organization that the neighbour's steward added and shows to belong to.</summary>
    public string Organization { get; private set; } = "";

    /// <summary>That <see cref="Organization"/> puts <see cref="Practice"/> to use.</summary>
    public string Adoption { get; private set; } = "";

    /// <summary>The executive committee of any chapter.</summary>
    public const string Executive = "0198c0de-0000-7000-8000-0000000c0001";

    /// <summary>Its first seat, which nobody holds.</summary>
    public const string Seat = "0198c0de-0000-7000-8000-0000000c0101";

    /// <summary>A vote that the neighbour's steward recorded.</summary>
    public string Vote { get; private set; } = "";

    /// <summary>A practice that the neighbour's steward has not shown to anybody.</summary>
    public string Draft { get; private set; } = "";

    /// <summary>Somebody whose access can be looked after, at each node.</summary>
    public string PersonAtTheHub { get; private set; } = "";

    /// <inheritdoc cref="PersonAtTheHub" />
    public string PersonAtTheNeighbour { get; private set; } = "";

    /// <summary>A meeting of the neighbour in every state.</summary>
    internal IReadOnlyDictionary<Stage, string> Meetings { get; private set; } = new Dictionary<Stage, string>();

    /// <summary>An action that the neighbour's steward took on.</summary>
    internal string Action { get; private set; } = "";

    /// <summary>A series of the neighbour.</summary>
    internal string Series { get; private set; } = "";

    /// <summary>The neighbour's word of welcome.</summary>
    internal string Welcome { get; private set; } = "";

    /// <summary>A model agenda of the neighbour.</summary>
    internal string ModelAgenda { get; private set; } = "";

    public static async Task<Network> Start(Testing.Browser browser)
    {
        var network = new Network();
        try
        {
            await network.Begin(browser);
            return network;
        }
        catch
        {
            await network.DisposeAsync();
            throw;
        }
    }

    private async Task Begin(Testing.Browser browser)
    {
        var cancel = TestContext.Current.CancellationToken;
        (_hub, var hubLink) = await RunningNode.Found(NodeProcess.Hub, "fr", "Carrefour du Québec", cancel);
        (_neighbour, var link) = await RunningNode.Found(NodeProcess.Chapter, "fr", "CdP Rétablissement Mauricie", cancel);
        _operator = await Person.At(_hub, browser, "fr", cancel);
        _steward = await Person.At(_neighbour, browser, "fr", cancel);
        await _operator.SignIn(hubLink);
        await _steward.SignIn(link);
        await _steward.JoinTheExecutive();
        await _steward.PublishTheCharter();
        await _steward.BeSeen();
        NeighbourId = await Enrolling.Admit(_operator, _steward);

        Practice = await Shared("Le café du mardi", "Nous gardons une table libre, *chaque mardi*.");
        await _steward.Revise("Nous gardons deux tables libres, *chaque mardi*.", "Une table ne suffisait plus.");
        await _steward.Until(_steward.Page.GetByText("Au carrefour provincial depuis"));
        Withdrawn = await Shared("La marche du dimanche", "Nous marchons ensemble.");
        await _steward.Until(_steward.Page.GetByText("Au carrefour provincial depuis"));
        await _steward.Withdraw();

        await Steward.Write("Le tableau des bonnes nouvelles", "Chaque personne en écrit une.");
        Draft = new Uri(Steward.Page.Url).Segments[^1];
        await AddSomebody();
        PersonAtTheNeighbour = await IdOf(_steward, "Andrée");
        await _operator.Open("/fr/acces", "");
        PersonAtTheHub = await IdOf(_operator, "");
        Organization = await Added("Le Moulin à vent inventé");
        Topic = await Proposed("Parler d’argent", "Personne n’ose commencer.");
        Vote = await Voted("Deux rencontres en ligne par an?");
        Meetings = await Meeting.InEveryState(Steward);
        await Steward.Open("/fr/suivis", "");
        Action = (await Steward.Page.Locator("a[href$='/confier']").First.GetAttributeAsync("href"))!.Split('/')[^2];
        Series = await Steward.SetUpSeries("Rencontre du mois");
        Welcome = await Welcomed("Bienvenue", "Entrez, *asseyez-vous*.");
        ModelAgenda = await Modelled("Un mois ordinaire", "Accueil et tour de table");

        Adoption = await PutToUse();

        await _operator.Open($"/fr/bibliotheque/{NeighbourId}/{Withdrawn}", "");
        await _operator.UntilAnswered(410);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in new IAsyncDisposable?[] { _operator, _steward, _neighbour, _hub })
        {
            if (part is not null)
            {
                await part.DisposeAsync();
            }
        }
    }

    private async Task<string> Welcomed(string title, string words)
    {
        await Steward.Open("/fr/textes", "");
        await Steward.Land(() => Steward.Page.Locator("main li a[href$='/ecrire']").First.ClickAsync());
        await Steward.Fill("Titre en français", "", title);
        await Steward.Fill("Texte en français", "", words);
        Assert.Equal(200, await Steward.Press("Enregistrer le texte", ""));
        return new Uri(Steward.Page.Url).Segments[^1];
    }

    private async Task<string> Modelled(string title, string item)
    {
        await Steward.Open("/fr/rencontres/ordres-du-jour-types", "");
        await Steward.Follow("Créer un ordre du jour type", "");
        await Steward.Fill("Titre en français", "", title);
        await Steward.Page.Locator("[name='Items[0].TitleFr']").FillAsync(item);
        await Steward.Page.Locator("[name='Items[0].Stream']").SelectOptionAsync("community");
        await Steward.Page.Locator("[name='Items[0].Minutes']").FillAsync("20");
        Assert.Equal(200, await Steward.Press("Enregistrer", ""));
        return new Uri(Steward.Page.Url).Segments[^1];
    }

    private static async Task<string> IdOf(Person looking, string name) =>
        (await looking.Page.Locator("tbody th a").Filter(new() { HasText = name }).GetAttributeAsync("href"))!.Split('/')[^1];

    private async Task AddSomebody()
    {
        await Steward.Open("/fr/acces", "");
        await Steward.Unfold("Ajouter une personne", "");
        await Steward.Fill("Nom", "", "Andrée");
        await Steward.Fill("Adresse courriel", "", "andree@example.org");
        await Steward.Tick("Français", "");
        Assert.Equal(200, await Steward.Press("Ajouter", ""));
    }

    private async Task<string> Proposed(string title, string words)
    {
        await Steward.Open("/fr/sujets/proposer", "");
        await Steward.Fill("De quoi parlerait-on?", "", title);
        await Steward.Page.Locator("textarea").FillAsync(words);
        await Steward.Tick("Système", "");
        Assert.Equal(200, await Steward.Press("Proposer un sujet", ""));
        await Steward.Page.Locator("#comments textarea").First.FillAsync("Chez nous, on a commencé par le prix du laissez-passer.");
        Assert.Equal(200, await Steward.Press("Commenter", ""));
        return new Uri(Steward.Page.Url).Segments[^1];
    }

    private async Task<string> Added(string name)
    {
        await Steward.Open("/fr/organisations/ajouter", "");
        await Steward.Fill("Nom de l’organisation", "", name);
        await Steward.Choose("Genre", "", "Organisme communautaire", "");
        Assert.Equal(200, await Steward.Press("Ajouter une organisation", ""));
        var id = new Uri(Steward.Page.Url).Segments[^1];
        Assert.Equal(200, await Steward.Press("Dire que j’en fais partie", ""));
        return id;
    }

    private async Task<string> PutToUse()
    {
        await Steward.Open($"/fr/pratiques/{Practice}/racines", "");
        await Steward.Page.Locator("select[name=Organization]").SelectOptionAsync(Organization);
        await Steward.Page.Locator("input[name=Stage][value=initial-implementation]").CheckAsync();
        await Steward.Page.Locator("select[name=Month]").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Index = 8 });
        await Steward.Page.Locator("textarea[name=Note]").FillAsync("Deux tables, le mardi.");
        Assert.Equal(200, await Steward.Press("Enregistrer", ""));
        return new Uri(Steward.Page.Url).Segments[^1];
    }

    private async Task<string> Voted(string question)
    {
        await Steward.Open($"/fr/comites/{Executive}/votes/consigner", "");
        await Steward.Page.Locator("input[name=On]").FillAsync("2026-01-12");
        await Steward.Page.Locator("textarea[name=Question]").FillAsync(question);
        await Steward.Tick("À main levée", "");
        await Steward.Fill("Pour", "", "9");
        await Steward.Page.Locator("textarea[name=Outcome]").FillAsync("Adopté.");
        Assert.Equal(200, await Steward.Press("Consigner un vote", ""));
        return Guid.ParseExact((await Steward.Page.Locator("#votes li").First.GetAttributeAsync("id"))!["vote-".Length..], "N").ToString();
    }

    private async Task<string> Shared(string title, string text)
    {
        await Steward.Write(title, text);
        await Steward.ShareWithTheNetwork();
        return new Uri(Steward.Page.Url).Segments[^1];
    }
}

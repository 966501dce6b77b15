using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Something that an agenda that is being planned can take up.</summary>
/// <param name="Id">The id that the agenda item gets: by it whoever offered it finds it on agendas.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Words">More about it; may be empty.</param>
/// <param name="Language">The language that it is written in.</param>
/// <param name="Stream">What it speaks to.</param>
/// <param name="About">What speaks for it, in a few words.</param>
public sealed record AgendaOffer(Guid Id, string Title, string Words, string Language, TopicStream Stream, Text About)
{
    // Half an hour is what most items get.
    private const int Minutes = 30;

    /// <summary>The row of an agenda that takes it up.</summary>
    internal ItemRow ToRow() => new() { Id = Id.ToString(), Title = Title, Stream = Options<TopicStream>.CodeOf(Stream), Kind = Options<ItemKind>.CodeOf(ItemKind.Discussion), Minutes = Digits.Of(Minutes) };
}

/// <summary>Offers things for agendas that are being planned. A feature registers itself; the plan does not know it.</summary>
public interface IAgendaSource
{
    /// <summary>What is offered, best first.</summary>
    Task<IReadOnlyList<AgendaOffer>> Offers(Actor reader, CancellationToken cancellationToken);
}

/// <summary>A whole agenda that a plan can begin with.</summary>
/// <param name="Id">By which a button names it.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Words">What it is for; may be empty.</param>
/// <param name="Items">Its items, in the language that was asked for or the one in which they are written.</param>
public sealed record AgendaModel(Guid Id, Bilingual Title, Bilingual Words, IReadOnlyList<AgendaItem> Items);

/// <summary>Has whole agendas to begin with. A feature registers itself; the plan does not know it.</summary>
public interface IAgendaModels
{
    /// <summary>All of them, in the order in which they are shown.</summary>
    Task<IReadOnlyList<AgendaModel>> All(Language language, CancellationToken cancellationToken);
}

/// <summary>All that is offered for an agenda.</summary>
public sealed class AgendaOffers(IEnumerable<IAgendaSource> sources, IEnumerable<IAgendaModels> models)
{
    /// <summary>The agendas that a plan can begin with.</summary>
    public async Task<IReadOnlyList<AgendaModel>> Models(Language language, CancellationToken cancellationToken)
    {
        List<AgendaModel> all = [];
        foreach (var one in models)
        {
            all.AddRange(await one.All(language, cancellationToken));
        }

        return all;
    }

    /// <summary>The form after a button: with the items of the agenda that it begins with, in the plan's language; as it is after any other.</summary>
    public async Task<MeetingForm> Begun(MeetingForm form, string? pressed, Func<Guid> newId, CancellationToken cancellationToken) =>
        AgendaRows.ModelIn(pressed) is { } id && (await Models(Language.Of(form.Language), cancellationToken)).FirstOrDefault(m => m.Id == id) is { } model
            ? AgendaRows.WithItems(form, model.Items, newId) : form;

    /// <summary>What is not on this agenda yet, what it lacks first.</summary>
    /// <param name="form">The agenda as it is typed.</param>
    /// <param name="needed">How many minutes each stream lacks.</param>
    /// <param name="reader">Who plans.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<AgendaOffer>> For(MeetingForm form, Func<TopicStream, int> needed, Actor reader, int most, CancellationToken cancellationToken) =>
        [.. (await All(reader, cancellationToken)).Where(o => form.Items.All(i => i.Id != o.Id.ToString())).OrderByDescending(o => needed(o.Stream)).Take(most)];

    /// <summary>The form after a button: with the offer that it takes up, in the first row in which nothing was written; as it is after any other.</summary>
    public async Task<MeetingForm> Taken(MeetingForm form, string? pressed, Actor reader, CancellationToken cancellationToken)
    {
        if (AgendaRows.OfferIn(pressed) is not { } id || (await All(reader, cancellationToken)).FirstOrDefault(o => o.Id == id) is not { } offer || form.Items.Any(i => i.Id == id.ToString()))
        {
            return form;
        }

        var rows = form.Items.ToList();
        var blank = rows.FindIndex(r => r.IsBlank);
        if (blank >= 0)
        {
            rows[blank] = offer.ToRow();
        }
        else if (rows.Count < Meeting.MostItems)
        {
            rows.Add(offer.ToRow());
        }

        return form with { Items = rows };
    }

    private async Task<IReadOnlyList<AgendaOffer>> All(Actor reader, CancellationToken cancellationToken)
    {
        List<AgendaOffer> all = [];
        foreach (var source in sources)
        {
            all.AddRange(await source.Offers(reader, cancellationToken));
        }

        return all;
    }
}

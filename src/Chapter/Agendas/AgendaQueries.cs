using System.Text.Json;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Agendas;

/// <summary>The model agendas that there are, and what a plan can begin with.</summary>
public sealed class AgendaQueries(Database database) : IAgendaModels
{
    /// <summary>All of them, by title.</summary>
    public async Task<IReadOnlyList<ModelAgenda>> All(Language language, CancellationToken cancellationToken) =>
        [.. (await database.Query<string>("select json from model_agenda order by id limit @Most", new { ModelAgenda.Most }, cancellationToken)).Select(Read)
            .OrderBy(a => a.Content!.Title.For(language).Text, StringComparer.Create(language.Culture, System.Globalization.CompareOptions.IgnoreCase))];

    /// <summary>One; null when there is none.</summary>
    public async Task<ModelAgenda?> Find(Guid id, CancellationToken cancellationToken) =>
        await database.Find<string>("select json from model_agenda where id = @id", new { id }, cancellationToken) is { } json ? Read(json) : null;

    async Task<IReadOnlyList<AgendaModel>> IAgendaModels.All(Language language, CancellationToken cancellationToken) =>
        [.. (await All(language, cancellationToken)).Select(a => new AgendaModel(a.Id, a.Content!.Title, a.Content.Words, a.Content.ToItems(language)))];

    private static ModelAgenda Read(string json) => JsonSerializer.Deserialize<ModelAgenda>(json, GrainJson.Options)!;
}

using System.Globalization;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Privacy;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Incidents;

/// <summary>
/// The register of confidentiality incidents: the only one who reads and writes it. What was written is never changed, but by what is written after it. Who wrote is
/// there by role; by account it is in the security log.
/// </summary>
public sealed class IncidentRegister(Database database, PrivacyKeepers keepers, RoleCatalogue roles, TimeProvider clock)
{
    /// <summary>How many are on a page.</summary>
    public const int PageSize = 50;

    private const int Years = 5, MostWordings = 500;

    private const string Columns =
        "incident, number, written_at, written_as, information, circumstances, happened, known_on, people, serious, reasons, commission_on, people_on, notice_notes, measures";

    private const string Latest = "number = (select max(l.number) from incident_wording l where l.incident = incident_wording.incident)";

    /// <summary>Who sees it and writes in it.</summary>
    public Access Access => keepers.Access;

    /// <summary>The day before which nothing that became known is kept.</summary>
    public static DateOnly FirstKept(DateOnly today) => today.AddYears(-Years);

    /// <summary>What holds of each, what became known last first.</summary>
    public Task<IReadOnlyList<IncidentWording>> List(int page, CancellationToken cancellationToken) => database.Query<IncidentWording>(
        $"select {Columns} from incident_wording where {Latest} order by known_on desc, incident desc limit @PageSize offset @skipped",
        new { PageSize, skipped = ((long)page - 1) * PageSize }, cancellationToken);

    /// <summary>How many there are.</summary>
    public Task<long> Count(CancellationToken cancellationToken) => database.Find<long>("select count(distinct incident) from incident_wording", null, cancellationToken);

    /// <summary>All that was written of one, the latest first; empty when there is none.</summary>
    public Task<IReadOnlyList<IncidentWording>> Wordings(Guid incident, CancellationToken cancellationToken) => database.Query<IncidentWording>(
        $"select {Columns} from incident_wording where incident = @incident order by number desc limit @MostWordings", new { incident, MostWordings }, cancellationToken);

    /// <summary>Writes one down.</summary>
    /// <returns>Its id, as text.</returns>
    public async Task<Result<string>> Write(Actor by, IncidentForm form, CancellationToken cancellationToken)
    {
        if (Refused(by, form) is { Count: > 0 } refusals)
        {
            return Result<string>.Refused(refusals);
        }

        var id = Guid.CreateVersion7(clock.GetUtcNow());
        await database.Write(t => Add(t, by, id, 1, form.Kept(), SecurityEvents.IncidentWritten), cancellationToken).ConfigureAwait(false);
        return id.ToString();
    }

    /// <summary>Writes what holds from now on; what says the same as before changes nothing.</summary>
    /// <param name="by">Who.</param>
    /// <param name="incident">Which one.</param>
    /// <param name="seen">The number of the wording that they amend.</param>
    /// <param name="form">All of it, as it is to stand.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Result> Amend(Actor by, Guid incident, long seen, IncidentForm form, CancellationToken cancellationToken)
    {
        if (Refused(by, form) is { Count: > 0 } refusals)
        {
            return Result.Refused(refusals);
        }

        var kept = form.Kept();
        return await database.Write(
            async t =>
            {
                var now = await t.Find<IncidentWording>($"select {Columns} from incident_wording where incident = @incident and {Latest}", new { incident }).ConfigureAwait(false);
                return now is null ? Refusal.Of("incident.gone")
                    : now.Number != seen ? Refusal.Of("incident.stale")
                    : now.Number >= MostWordings ? Refusal.Of("incident.too-often")
                    : IncidentForm.Fields.All(f => Web.Forms.FormValues<IncidentForm>.One(now, f.Name) == Web.Forms.FormValues<IncidentForm>.One(kept, f.Name)) ? Result.Done
                    : await Add(t, by, incident, now.Number + 1, kept, SecurityEvents.IncidentAmended).ConfigureAwait(false) ? Result.Done
                    : Refusal.Of("incident.stale");
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Erases those that became known too long ago.</summary>
    internal Task<long> Forget(DateOnly today, CancellationToken cancellationToken) => database.Write(
        async t =>
        {
            var first = FirstKept(today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var over = await t.Query<Guid>($"select incident from incident_wording where {Latest} and known_on < @first order by incident limit 1000", new { first }).ConfigureAwait(false);
            foreach (var incident in over)
            {
                await t.Erase("delete from incident_wording where incident = @incident", new { incident }).ConfigureAwait(false);
            }

            return (long)over.Count;
        },
        cancellationToken);

    private IReadOnlyList<Refusal> Refused(Actor by, IncidentForm form) =>
        Access.RefusalFor(by) is { } refusal ? [refusal] : IncidentForm.Errors(form, Dates.DayOf(clock.GetUtcNow()));

    // False where somebody else has just written that number.
    private async Task<bool> Add(Transaction transaction, Actor by, Guid incident, long number, IncidentForm kept, string kind)
    {
        var now = clock.GetUtcNow();
        var added = await transaction.Execute(
            $"""
            insert into incident_wording ({Columns})
            values (@incident, @number, @now, @role, @Information, @Circumstances, @Happened, @KnownOn, @People, @Serious, @Reasons, @CommissionOn, @PeopleOn, @NoticeNotes, @Measures)
            on conflict (incident, number) do nothing
            """,
            new
            {
                incident, number, now, role = roles.All.First(r => keepers.Roles.Contains(r.Code) && by.Is(r.Code)).Code, kept.Information, kept.Circumstances, kept.Happened, kept.KnownOn,
                kept.People, kept.Serious, kept.Reasons, kept.CommissionOn, kept.PeopleOn, kept.NoticeNotes, kept.Measures,
            }).ConfigureAwait(false);
        if (added > 0)
        {
            await SecurityLog.Append(transaction, now, kind, by.Id, null).ConfigureAwait(false);
        }

        return added > 0;
    }
}

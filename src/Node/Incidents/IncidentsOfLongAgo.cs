using RecoveryCoP.Node.RetentionRules;

namespace RecoveryCoP.Node.Incidents;

/// <summary>Erases incidents once the law no longer asks for them (A-2.1, r. 3.1, s. 8).</summary>
internal sealed class IncidentsOfLongAgo(IncidentRegister register) : IRetention
{
    public string Code => "incidents";

    public Text What => new("Les incidents de confidentialité", "Confidentiality incidents");

    public Text Term => new("Cinq ans à partir du jour où nous les avons appris", "For five years from the day on which we knew of them");

    public Task<long> Run(DateTimeOffset now, CancellationToken cancellationToken) => register.Forget(Dates.DayOf(now), cancellationToken);
}

using Microsoft.AspNetCore.Components;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Meetings.Pages;

/// <summary>A page with the form of a plan: one posted field a property, and what stands around the form.</summary>
public abstract class PlanFormPage : MeetingPageBase
{
    [SupplyParameterFromForm] public string? Title { get; set; }
    [SupplyParameterFromForm(Name = "Language")] public string? WrittenIn { get; set; }
    [SupplyParameterFromForm] public string? Date { get; set; }
    [SupplyParameterFromForm] public string? Time { get; set; }
    [SupplyParameterFromForm] public string? Minutes { get; set; }
    [SupplyParameterFromForm] public string? Mode { get; set; }
    [SupplyParameterFromForm] public string? Place { get; set; }
    [SupplyParameterFromForm] public string? VideoLink { get; set; }
    [SupplyParameterFromForm] public string? LinkFor { get; set; }
    [SupplyParameterFromForm] public string? Phone { get; set; }
    [SupplyParameterFromForm] public string? OpenToGuests { get; set; }
    [SupplyParameterFromForm] public List<ReadingRow>? Readings { get; set; }
    [SupplyParameterFromForm] public List<ItemRow>? Items { get; set; }

    /// <summary>The button that was pressed.</summary>
    [SupplyParameterFromForm] public string? Do { get; set; }

    [Inject] internal PracticeQueries PracticesHere { get; set; } = default!;

    /// <summary>Practices that an item may be about.</summary>
    private protected IReadOnlyList<Option> Practices { get; private set; } = [];

    /// <summary>The chapter's target.</summary>
    private protected BalanceBands Bands { get; private set; } = BalanceBands.Default;

    /// <summary>The time of the last closed meetings.</summary>
    private protected IReadOnlyList<AgendaBalance> Earlier { get; private set; } = [];

    /// <summary>What was posted, whole.</summary>
    private protected MeetingForm Posted => new()
    {
        Title = Title,
        Language = WrittenIn,
        Date = Date,
        Time = Time,
        Minutes = Minutes,
        Mode = Mode,
        Place = Place,
        VideoLink = VideoLink,
        LinkFor = LinkFor,
        Phone = Phone,
        OpenToGuests = OpenToGuests,
        Readings = Readings ?? [],
        Items = Items ?? [],
    };

    /// <summary>What stands around the form, whatever is in it.</summary>
    private protected async Task LoadAround(Guid meeting)
    {
        Practices = await PracticesHere.Originals(Reader, Aborted);
        Bands = (await Queries.Target(Aborted)).Bands;
        Earlier = await Queries.EarlierBalances(meeting, Aborted);
    }

    /// <summary>How long the typed meeting lasts; what is not typed yet counts as two hours.</summary>
    private protected static int LengthOf(MeetingForm form) => Digits.Read(form.Minutes) is { } minutes and > 0 and < 10_000 ? minutes : 120;
}

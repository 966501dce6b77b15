namespace RecoveryCoP.Chapter.Committees;

/// <summary>What a committee is, whoever sits on it.</summary>
[GenerateSerializer, Immutable, Alias("committee-design")]
public sealed record CommitteeDesign
{
    /// <summary>What it is called and what it is for.</summary>
    [Id(0)] public CommitteeContent Content { get; init; } = new();

    /// <summary>The seats that it has, in order.</summary>
    [Id(1)] public IReadOnlyList<SeatDesign> Seats { get; init; } = [];

    /// <summary>That of a committee.</summary>
    public static CommitteeDesign Of(Committee committee) => new()
    {
        Content = committee.Content with { Name = Plain(committee.Content.Name), Purpose = Plain(committee.Content.Purpose) },
        Seats = [.. committee.OpenSeats.Select(s => new SeatDesign(s.Id, s.Content with { Title = Plain(s.Content.Title) }, s.Template))],
    };

    /// <summary>The executive committee without what a template brought: as the program brings it, with the seats that people added.</summary>
    public static CommitteeDesign WithoutTemplate(Committee executive) => Of(Committee.BuiltIn) with
    {
        Seats = [.. Of(Committee.BuiltIn).Seats, .. Of(executive).Seats.Where(IsAdded)],
    };

    /// <summary>True for a seat that neither a template nor the program brought.</summary>
    public static bool IsAdded(SeatDesign seat) => seat.Template is null && Committee.BuiltIn.Seats.All(b => b.Id != seat.Id);

    /// <summary>True when the other says the same.</summary>
    public bool Says(CommitteeDesign other) => Content.Says(other.Content) && Seats.SequenceEqual(other.Seats);

    // What a form left empty says as little as what is not there.
    private static Bilingual Plain(Bilingual said) => new(string.IsNullOrWhiteSpace(said.Fr) ? null : said.Fr, string.IsNullOrWhiteSpace(said.En) ? null : said.En);
}

/// <summary>What a seat is, whoever holds it.</summary>
/// <param name="Id">The seat's id.</param>
/// <param name="Content">What it is called, for whom it is kept, and for how long.</param>
/// <param name="Template">What a template calls it; null for one that people added here.</param>
[GenerateSerializer, Immutable, Alias("seat-design")]
public sealed record SeatDesign([property: Id(0)] Guid Id, [property: Id(1)] SeatContent Content, [property: Id(2)] string? Template);

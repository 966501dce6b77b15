namespace RecoveryCoP.Chapter.Meetings;

/// <summary>A change of an agenda.</summary>
/// <param name="Change">Minutes of each stream, more (above 0) or fewer (below 0).</param>
public sealed record Remedy(AgendaBalance Change)
{
    /// <summary>How many minutes are touched.</summary>
    public int Size => Math.Abs(Change.Practice) + Math.Abs(Change.System) + Math.Abs(Change.Community);

    /// <summary>By how much the agenda becomes longer.</summary>
    public int Longer => Change.Total;

    /// <summary>How many minutes change hands: what is taken out or what is put in, whichever is more.</summary>
    public int Moved => Math.Max(Minutes(1), Minutes(-1));

    private int Minutes(int sign) => Math.Max(0, sign * Change.Practice) + Math.Max(0, sign * Change.System) + Math.Max(0, sign * Change.Community);

    internal int StreamsTouched => (Change.Practice != 0 ? 1 : 0) + (Change.System != 0 ? 1 : 0) + (Change.Community != 0 ? 1 : 0);
}

/// <summary>
/// What would bring the balance back: the smallest change of the agenda that is being planned after which it and the meetings before it lie
/// within the bands together. Three kinds are looked for, because three kinds of agenda need one each: more of something, where there is
/// time left; fewer of something; and an exchange that keeps the length. Found by trying all, in steps in which people plan.
/// </summary>
public static class BalanceRemedies
{
    /// <summary>Agendas are planned in five minutes.</summary>
    public const int Step = 5;

    /// <summary>No longer addition is thought of: four hours make a day's meeting.</summary>
    public const int MostMinutes = 240;

    /// <summary>
    /// The remedies there are, at most one a kind, none of which touches more than half of the agenda; the first is the one to try first.
    /// None when it is in balance, or when this agenda alone cannot restore it.
    /// </summary>
    /// <param name="agenda">The agenda that can still be changed.</param>
    /// <param name="earlier">The meetings before it, together.</param>
    /// <param name="bands">The chapter's target.</param>
    /// <param name="room">Minutes that the meeting has left; below 0 when the agenda is longer than the meeting.</param>
    public static IReadOnlyList<Remedy> For(AgendaBalance agenda, AgendaBalance earlier, BalanceBands bands, int room)
    {
        var both = agenda + earlier;
        if (both.Total == 0 || both.IsWithin(bands))
        {
            return [];
        }

        bool Restores(Remedy remedy)
        {
            var changed = agenda + remedy.Change;
            // More than half another agenda is no remedy but another meeting: several have to make it up.
            return remedy.Moved * 2 <= agenda.Total
                && changed.Practice >= 0 && changed.System >= 0 && changed.Community >= 0 && changed.Total > 0 && (changed + earlier).IsWithin(bands);
        }

        Remedy? Smallest(IEnumerable<Remedy> remedies) => Best(remedies.Where(Restores), remedy => (agenda + remedy.Change + earlier).Distance(bands));

        var more = Smallest(Additions());
        var fewer = Smallest(Additions().Select(Negated));
        var swap = Smallest(Exchanges());
        // What does not fit is no help, unless nothing else is.
        Remedy?[] ordered = more is not null && more.Longer <= room ? [more, swap, fewer] : [swap, fewer, swap is null && fewer is null ? more : null];
        return [.. ordered.OfType<Remedy>()];
    }

    private static Remedy Negated(Remedy remedy) => new(new AgendaBalance(-remedy.Change.Practice, -remedy.Change.System, -remedy.Change.Community));

    // Fewest minutes first, then fewest streams, then what comes nearest to the middle of the bands; the order in which they are made
    // decides the rest, so that the advice never wavers.
    private static Remedy? Best(IEnumerable<Remedy> smallerFirst, Func<Remedy, long> distance)
    {
        Remedy? best = null;
        foreach (var remedy in smallerFirst)
        {
            if (best is not null && remedy.Size > best.Size)
            {
                break;
            }

            var better = best is null || remedy.StreamsTouched < best.StreamsTouched
                || (remedy.StreamsTouched == best.StreamsTouched && distance(remedy) < distance(best));
            best = better ? remedy : best;
        }

        return best;
    }

    /// <summary>Every addition, smaller ones first.</summary>
    private static IEnumerable<Remedy> Additions()
    {
        for (var size = Step; size <= MostMinutes; size += Step)
        {
            for (var practice = 0; practice <= size; practice += Step)
            {
                for (var system = 0; system <= size - practice; system += Step)
                {
                    yield return new(new AgendaBalance(practice, system, size - practice - system));
                }
            }
        }
    }

    /// <summary>Every exchange that keeps the length, smaller ones first.</summary>
    private static IEnumerable<Remedy> Exchanges()
    {
        for (var moved = Step; moved <= MostMinutes; moved += Step)
        {
            for (var part = 0; part <= moved; part += Step)
            {
                // One stream gives to the two others, or gets from them; part = 0 and part = moved are exchanges between two.
                foreach (var sign in new[] { 1, -1 })
                {
                    yield return new(new AgendaBalance(-sign * moved, sign * part, sign * (moved - part)));
                    yield return new(new AgendaBalance(sign * part, -sign * moved, sign * (moved - part)));
                    yield return new(new AgendaBalance(sign * part, sign * (moved - part), -sign * moved));
                }
            }
        }
    }
}

using System.Globalization;

namespace RecoveryCoP.Demo;

/// <summary>What is shown once the network is up: where to look, and how to come in.</summary>
internal static class Playbill
{
    /// <summary>Where each node is, and the links.</summary>
    public static async Task Show(NetworkFile network, Narrator narrator)
    {
        var seconds = (int)Math.Ceiling(narrator.Elapsed.TotalSeconds);
        await narrator.Line();
        await narrator.Line(narrator.In(new($"Prêt en {seconds} s. Ouvrez dans un navigateur\u00a0:", $"Ready in {seconds} s. Open in a browser:")));
        await narrator.Line();
        foreach (var role in Cast.All)
        {
            await narrator.Line($"  {network.Find(role.Key)!.Address,-24}{narrator.In(role.Name)}");
        }

        await narrator.Line();
        await narrator.Line(narrator.In(new("Leurs courriels arrivent ici, et nulle part ailleurs; on y voit aussi leurs calendriers\u00a0:", "Their messages arrive here, and nowhere else; their calendars show there too:")));
        await narrator.Line($"  {network.Letters!.Address}");
        await Invite(network, narrator);
    }

    /// <summary>The newest links.</summary>
    public static async Task Invite(NetworkFile network, Narrator narrator)
    {
        await narrator.Line();
        await narrator.Line(narrator.In(new(
            "Pour entrer (chaque lien sert une seule fois, d’ici demain)\u00a0:", "To sign in (each link works once, within a day):")));
        await narrator.Line();
        foreach (var link in network.Links)
        {
            var role = Cast.All.Single(r => r.Key == link.Node);
            var person = role.People.Single(p => p.As == link.As);
            await narrator.Line($"  {person.Name}, {narrator.In(person.What)}, {narrator.In(role.Name)}");
            await narrator.Line($"    {link.Link}");
        }

        await narrator.Line();
        await narrator.Line(narrator.In(new("Entrée\u00a0: de nouveaux liens. Ctrl-C\u00a0: tout arrêter.", "Enter: fresh links. Ctrl-C: stop everything.")));
    }
}

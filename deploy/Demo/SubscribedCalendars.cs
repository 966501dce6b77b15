using System.Globalization;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace RecoveryCoP.Demo;

/// <summary>The chapters' public calendars as a program that subscribed to them sees them: asked for anew whenever somebody looks.</summary>
internal sealed class SubscribedCalendars(Func<IEnumerable<(Words Name, string Address)>> chapters) : IDisposable
{
    private const int Shown = 8;

    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = 4 << 20 };

    /// <summary>The page.</summary>
    public async Task<string> Page(LettersEntry at, CancellationToken cancellationToken)
    {
        var page = new StringBuilder(LetterPages.Head(at, "Calendriers de la démonstration · Calendars of the demo", isRenewed: true))
            .Append(CultureInfo.InvariantCulture, $"<p><a href=\"/{at.Key}\">← Courriels · Messages</a></p>\n")
            .Append("<h1>Calendriers abonnés<br><span lang=\"en\">Subscribed calendars</span></h1>\n")
            .Append("<p class=\"quiet\">Les rencontres ouvertes, comme un calendrier de téléphone les reçoit. Ce qu’on y change paraît ici. <span lang=\"en\">Open meetings, as a phone’s calendar gets them. What is changed there shows here.</span></p>\n");
        foreach (var (name, address) in chapters())
        {
            var feed = $"{address}/calendrier/rencontres-ouvertes.ics";
            page.Append(CultureInfo.InvariantCulture, $"<h2>{LetterPages.Encoded(name.Fr)}</h2>\n<p class=\"quiet\"><a href=\"{LetterPages.Encoded(feed)}\">{LetterPages.Encoded(feed)}</a></p>\n<ul>\n");
            foreach (var one in await Events(feed, cancellationToken))
            {
                page.Append(CultureInfo.InvariantCulture, $"<li>{(one.Status == EventStatus.Cancelled ? $"<s>{LetterPages.Encoded(one.Summary)}</s>" : LetterPages.Encoded(one.Summary))}<p class=\"quiet\">{Told(one.Start!)} · {LetterPages.Encoded(one.Location)}</p></li>\n");
            }

            page.Append("</ul>\n");
        }

        return page.Append("</main></body></html>\n").ToString();
    }

    public void Dispose() => client.Dispose();

    // A chapter that is starting or was stopped has none: the next look, in five seconds, asks again.
    private async Task<IEnumerable<CalendarEvent>> Events(string feed, CancellationToken cancellationToken)
    {
        try
        {
            return Ical.Net.Calendar.Load(await client.GetStringAsync(feed, cancellationToken))!.Events.OrderByDescending(e => e.Start!.AsUtc).Take(Shown);
        }
        catch (HttpRequestException)
        {
            return [];
        }
    }

    private static string Told(CalDateTime at) => at.Value.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}

using System.Buffers;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MimeKit;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace RecoveryCoP.Demo;

/// <summary>The demo's own mail server: it takes what the nodes send, keeps the last of it in memory, and shows it on a page; beside it, their calendars.</summary>
internal sealed class LetterBox : IMessageStore, IAsyncDisposable
{
    private const int Kept = 500;

    private readonly Lock gate = new();
    private readonly List<(int Number, MimeMessage Letter)> letters = [];
    private readonly CancellationTokenSource closing = new();
    private readonly SubscribedCalendars calendars;
    private readonly WebApplication pages;
    private readonly Task post;
    private int taken;

    private LetterBox(LettersEntry at, SubscribedCalendars calendars)
    {
        this.calendars = calendars;
        pages = Pages(at);
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(e => e.Endpoint(new IPEndPoint(IPAddress.Loopback, at.SmtpPort)).Build()).Build();
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add((IMessageStore)this);
        services.Add(new WholeLetterListeners());
        post = new SmtpServer.SmtpServer(options, services).StartAsync(closing.Token);
    }

    /// <summary>Opens it.</summary>
    public static async Task<LetterBox> Open(LettersEntry at, SubscribedCalendars calendars, CancellationToken cancellationToken)
    {
        var box = new LetterBox(at, calendars);
        await box.pages.StartAsync(cancellationToken);
        return box;
    }

    public async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(buffer.ToArray());
        var letter = await MimeMessage.LoadAsync(stream, cancellationToken);
        lock (gate)
        {
            letters.Insert(0, (++taken, letter));
            if (letters.Count > Kept)
            {
                letters.RemoveAt(Kept);
            }
        }

        return SmtpResponse.Ok;
    }

    public async ValueTask DisposeAsync()
    {
        await pages.DisposeAsync();
        calendars.Dispose();
        await closing.CancelAsync();
        await post.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        closing.Dispose();
    }

    private WebApplication Pages(LettersEntry at)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{at.Port.ToString(CultureInfo.InvariantCulture)}");
        var app = builder.Build();
        app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers.CacheControl = "no-store";
            return next(context);
        });
        var inside = app.MapGroup($"/{at.Key}");
        inside.MapGet("", () => Results.Content(LetterPages.List(at, Newest()), LetterPages.Html));
        inside.MapGet("calendars", async (CancellationToken asked) => Results.Content(await calendars.Page(at, asked), LetterPages.Html));
        inside.MapGet("letters.css", () => Results.Content(LetterPages.Style, "text/css"));
        inside.MapGet("{number:int}", (int number) => Find(number) is { } letter ? Results.Content(LetterPages.One(at, number, letter), LetterPages.Html) : Results.NotFound());
        inside.MapGet("{number:int}/{file:int}", (int number, int file) => Find(number)?.Attachments.OfType<TextPart>().ElementAtOrDefault(file) is { } part
            ? Results.File(System.Text.Encoding.UTF8.GetBytes(part.Text), part.ContentType.MimeType, part.FileName) : Results.NotFound());
        return app;
    }

    private IReadOnlyList<(int Number, MimeMessage Letter)> Newest()
    {
        lock (gate)
        {
            return [.. letters];
        }
    }

    private MimeMessage? Find(int number) => Newest().FirstOrDefault(l => l.Number == number).Letter;
}

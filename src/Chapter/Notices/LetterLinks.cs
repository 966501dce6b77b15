using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Notices.Pages;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Notices;

/// <summary>
/// The links in letters that need no signing in: each is for one person and one thing, and ends. What opens them shows nothing of the person and changes nothing
/// before a button is pressed: mail programs open links too.
/// </summary>
internal sealed class LetterLinks(IDataProtectionProvider protection, PublicAddress site, TimeProvider clock)
{
    // Who keeps a letter for two months can still end the next ones by it, or say that something is done.
    private static readonly TimeSpan stopKept = TimeSpan.FromDays(60);

    // Longer than from one letter of a meeting to the next; opened, the file itself has an address for as long as somebody reads it.
    private static readonly TimeSpan fileKept = TimeSpan.FromDays(14), fileOpen = TimeSpan.FromHours(1);

    private const int LengthOfTime = 16;

    private readonly IDataProtector answers = protection.CreateProtector("letter-answer");
    private readonly IDataProtector stops = protection.CreateProtector("letter-stop");
    private readonly IDataProtector actionsDone = protection.CreateProtector("letter-action-done");
    private readonly IDataProtector intentions = protection.CreateProtector("letter-intention");
    private readonly IDataProtector files = protection.CreateProtector("letter-file");
    private readonly IDataProtector openedFiles = protection.CreateProtector("letter-file-opened");

    /// <summary>Where somebody answers an invitation; good until the meeting begins.</summary>
    public Uri Answer(Language language, Guid account, Guid stay, Guid meeting, DateTimeOffset until) =>
        At(PagePath.Of<AnswerByLetterPage>(Sealed(answers, $"{account:N}{stay:N}{meeting:N}", until)), language);

    /// <summary>Where somebody ends letters of a kind.</summary>
    public Uri Stop(Language language, Guid account, Guid stay, NewsKind kind, DateTimeOffset now) => At(PagePath.Of<StopLettersPage>(StopToken(account, stay, kind, now)), language);

    /// <summary>Where somebody says that an action is done; until it is, or for two months.</summary>
    public Uri ActionDone(Language language, Guid account, Guid stay, Guid meeting, Guid action, DateTimeOffset now) =>
        At(PagePath.Of<DoneByLetterPage>(Sealed(actionsDone, $"{account:N}{stay:N}{meeting:N}{action:N}", now + stopKept)), language);

    /// <summary>Where somebody says what became of an intention; for two months.</summary>
    public Uri Intention(Language language, Guid account, Guid stay, Guid intention, DateTimeOffset now) =>
        At(PagePath.Of<IntentionByLetterPage>(Sealed(intentions, $"{account:N}{stay:N}{intention:N}", now + stopKept)), language);

    /// <summary>Where somebody opens a file of a meeting; for two weeks.</summary>
    public Uri File(Language language, Guid account, Guid stay, Guid meeting, Guid file, DateTimeOffset now) =>
        At(PagePath.Of<FileByLetterPage>(Sealed(files, $"{account:N}{stay:N}{meeting:N}{file:N}", now + fileKept)), language);

    /// <summary>The file itself, for whoever pressed the button there.</summary>
    public string OpenedFile(FileInLetter file) => $"{FileByLetter.Path}/{Sealed(openedFiles, $"{file.Account:N}{file.Stay:N}{file.Meeting:N}{file.File:N}", clock.GetUtcNow() + fileOpen)}";

    /// <summary>Where a mail program ends them by one request.</summary>
    public Uri StopAtOnce(Guid account, Guid stay, NewsKind kind, DateTimeOffset now) => new(site.Root, $"{OneClickStop.Path}/{StopToken(account, stay, kind, now)}");

    /// <summary>The letter of these lines, with its foot and all that ends letters of its kind.</summary>
    public Letter Ended(LetterLines lines, NewsKind kind, RecordedLetter letter, Account reader, Member member, Text subject, DateTimeOffset now)
    {
        var language = Language.Of(reader.Language);
        lines.Add("-- ").Add(NoticeText.StopThese.With(NoticeCodes.Kinds.LabelOf(kind))).Add(Stop(language, reader.Id, reader.Stay, kind, now).ToString());
        return new(letter.Id, reader.Address, language.Code, subject.In(language), lines.ToString())
        {
            Unsubscribe = StopAtOnce(reader.Id, reader.Stay, kind, now),
            HasNamedSender = member.HasNamedSender,
        };
    }

    /// <summary>A page of this node.</summary>
    public Uri At(Text path, Language language) => new(site.Root, path.In(language));

    /// <summary>Whose link it is, and to which meeting; null for one that is none, or has ended.</summary>
    public (Guid Account, Guid Stay, Guid Meeting)? ReadAnswer(string token) =>
        Read(answers, token) is { Length: 96 } text ? (Guid.Parse(text[..32]), Guid.Parse(text[32..64]), Guid.Parse(text[64..])) : null;

    /// <summary>Whose link it is, and about which intention; null for one that is none, or has ended.</summary>
    public (Guid Account, Guid Stay, Guid Intention)? ReadIntention(string token) =>
        Read(intentions, token) is { Length: 96 } text ? (Guid.Parse(text[..32]), Guid.Parse(text[32..64]), Guid.Parse(text[64..])) : null;

    /// <summary>Whose link it is, and of which meeting which action; null for one that is none, or has ended.</summary>
    public (Guid Account, Guid Stay, Guid Meeting, Guid Action)? ReadActionDone(string token) =>
        Read(actionsDone, token) is { Length: 128 } text ? (Guid.Parse(text[..32]), Guid.Parse(text[32..64]), Guid.Parse(text[64..96]), Guid.Parse(text[96..])) : null;

    /// <summary>Whose link it is, and to which file of which meeting; null for one that is none, or has ended.</summary>
    public FileInLetter? ReadFile(string token) => FileIn(files, token);

    /// <summary>The same of the address of the file itself.</summary>
    public FileInLetter? ReadOpenedFile(string token) => FileIn(openedFiles, token);

    private FileInLetter? FileIn(IDataProtector protector, string token) =>
        Read(protector, token) is { Length: 128 } text ? new(Guid.Parse(text[..32]), Guid.Parse(text[32..64]), Guid.Parse(text[64..96]), Guid.Parse(text[96..])) : null;

    /// <summary>Whose link it is, and which letters it ends; null for one that is none, or has ended.</summary>
    public (Guid Account, Guid Stay, NewsKind Kind)? ReadStop(string token) =>
        Read(stops, token) is { Length: > 64 } text && NoticeCodes.Kinds.ValueOf(text[64..]) is { } kind ? (Guid.Parse(text[..32]), Guid.Parse(text[32..64]), kind) : null;

    private string StopToken(Guid account, Guid stay, NewsKind kind, DateTimeOffset now) => Sealed(stops, $"{account:N}{stay:N}{NoticeCodes.CodeOf(kind)}", now + stopKept);

    // By the node's clock, and not by the machine's as the framework's own protector has it.
    private static string Sealed(IDataProtector protector, string what, DateTimeOffset until) => protector.Protect($"{until.UtcTicks:x16}{what}");

    private string? Read(IDataProtector protector, string token)
    {
        try
        {
            var text = protector.Unprotect(token);
            return long.Parse(text[..LengthOfTime], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) > clock.GetUtcNow().UtcTicks ? text[LengthOfTime..] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

using System.Runtime.CompilerServices;
using RecoveryCoP.Chapter.Practices.Pages;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>The practices that somebody wrote, with all their revisions, and what they did with others'.</summary>
internal sealed class PracticeData(RecordsNaming records, TextStore texts) : IPersonalData
{
    public IReadOnlyList<string> Stored =>
        ["practice author", "practice title", "practice summary", "practice revisions", "practice networkShare", "practice withdrawal", "practice claim", "text *", "text_holder *"];

    public IReadOnlyList<PersonalPart> Of(Guid person) =>
    [
        new PersonalPart<Practice>(
            "practices", new("Les pratiques que vous avez écrites", "The practices that you wrote"), cancel => Naming(person, cancel).Where(p => p.Author == person),
            new("title", PracticeFields.Title.Label, p => p.Title),
            new("state", new("État", "State"), p => new Coded(System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(p.State.ToString()), PracticeText.StateOf(p.State))),
            new("sharedInCommunityAt", new("Montrée à la communauté", "Shown to the community"), p => p.SharedInChapterAt),
            new("sharedInNetworkAt", new("Partagée avec le réseau", "Shared with the network"), p => p.NetworkShare?.At),
            new("withdrawnAt", new("Retirée", "Withdrawn"), p => p.Withdrawal?.At),
            new("withdrawnBecause", new("Pourquoi", "Why"), p => p.Withdrawal is { } withdrawal ? Coded.Of(PracticeCodes.Reasons, withdrawal.Reason) : null),
            new("practice", new("Numéro", "Number"), p => p.Id.ToString()),
            new("page", PersonalLabels.Page, PageOf)),
        new PersonalPart<(Practice Practice, Revision Revision, PracticeContent? Text)>(
            "practice-revisions", new("Chaque version de leurs textes", "Each revision of their texts"), cancel => Revisions(person, cancel),
            [
                new("practice", new("Numéro de la pratique", "Number of the practice"), r => r.Practice.Id.ToString()),
                new("revision", new("Version", "Revision"), r => r.Revision.Number),
                new("at", PersonalLabels.When, r => r.Revision.At),
                new("note", PracticeFields.Note.Label, r => r.Revision.Note),
                new("language", PersonalLabels.Language, r => Coded.InLanguage(r.Revision.Facts.Language)),
                .. PracticeFields.Written.Select(field => new PersonalValue<(Practice, Revision, PracticeContent? Text)>(
                    NameOf(field.Name), field.Heading, r => r.Text is null ? null : WireFields.Text(r.Text, field))),
                .. PracticeForm.Fields.Concat(PracticeFields.Adaptation).Where(f => f.Options.Count > 0 && f.Name != nameof(PracticeForm.Language)).Select(field => new PersonalValue<(Practice, Revision Revision, PracticeContent?)>(
                    NameOf(field.Name), field.Heading, r => r.Revision.Facts.Of(field.Name).Select(code => Coded.Of(field.Options, code)).ToList())),
            ]),
        new PersonalPart<(Practice Practice, Coded What, DateTimeOffset At, string? Note)>(
            "practice-acts", new("Ce que vous avez fait de pratiques d’autres personnes", "What you did with other people’s practices"), cancel => Naming(person, cancel).Where(p => p.Author != person).SelectMany(p => ActsOn(p, person)),
            new("at", PersonalLabels.When, a => a.At),
            new("what", new("Quoi", "What"), a => a.What),
            new("note", PracticeFields.Note.Label, a => a.Note),
            new("page", PersonalLabels.Page, a => PageOf(a.Practice))),
    ];

    private static Link PageOf(Practice practice) => new(PagePath.Of<PracticePage>(practice.Id));

    private static string NameOf(string field) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(field);

    private IAsyncEnumerable<Practice> Naming(Guid person, CancellationToken cancellationToken) => records.Of<Practice>(Practice.Kind, person, cancellationToken);

    private async IAsyncEnumerable<(Practice, Revision, PracticeContent?)> Revisions(Guid person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var practice in Naming(person, cancellationToken).Where(p => p.Author == person))
        {
            foreach (var revision in practice.Revisions)
            {
                yield return (practice, revision, await texts.Get(revision.TextHash, cancellationToken) is { } bytes ? PracticeContent.Parser.ParseFrom(bytes) : null);
            }
        }
    }

    private static IEnumerable<(Practice, Coded, DateTimeOffset, string?)> ActsOn(Practice practice, Guid person)
    {
        foreach (var revision in practice.Revisions.Where(r => r.By == person))
        {
            yield return (practice, new("revised", new("modifiée", "revised")), revision.At, revision.Note);
        }

        if (practice.NetworkShare is { } share && share.By == person)
        {
            yield return (practice, new("shared-in-network", new("partagée avec le réseau", "shared with the network")), share.At, null);
        }

        if (practice.Withdrawal is { } withdrawal && withdrawal.By == person)
        {
            yield return (practice, new("withdrawn", new("retirée", "withdrawn")), withdrawal.At, null);
        }

        if (practice.Claim is { } claim && claim.By == person)
        {
            yield return (practice, new("claimed", new("vous avez dit l’avoir écrite", "you said that you wrote it")), claim.At, null);
            if (claim.TurnedDownAt is { } no)
            {
                yield return (practice, new("claim-turned-down", new("cela n’a pas été retenu", "that was turned down")), no, null);
            }
        }
    }
}

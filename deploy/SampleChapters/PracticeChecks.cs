using Google.Protobuf;
using RecoveryCoP.Node.Web.Forms;
using System.Text.Json;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.SampleChapters;

/// <summary>What is wrong with a sample's practices: who wrote them, in which order, and whether the network would take them.</summary>
internal static class PracticeChecks
{
    /// <summary>Everything at fault.</summary>
    public static IEnumerable<Refusal> Of(SampleFolder sample)
    {
        var originals = sample.Originals.ToDictionary(p => p.Key);
        var members = sample.Chapter.Members.DistinctBy(m => m.Key).ToDictionary(m => m.Key);
        foreach (var practice in sample.Practices)
        {
            Refusal At(string field, string code, params object[] args) => SampleRefusals.At(practice.Path, field, code, args);

            if (practice.Written is not { } written)
            {
                yield return At("written", "sample.unreadable", practice.Fact("written"));
                continue;
            }

            if (!members.TryGetValue(practice.Author, out var author))
            {
                yield return At("author", "sample.no-such-member", practice.Author);
                continue;
            }

            if (author.Joined < written)
            {
                yield return At("author", "sample.too-early", author.Key);
            }

            var whole = practice;
            if (practice.Revises.Length > 0)
            {
                if (!originals.TryGetValue(practice.Revises, out var original))
                {
                    yield return At("revises", "sample.no-such-practice", practice.Revises);
                    continue;
                }

                if (original.Written <= written)
                {
                    yield return At("written", "sample.too-early", original.Key);
                }

                if (original.Author != practice.Author)
                {
                    yield return At("author", "sample.unknown", practice.Author);
                }

                whole = practice.On(original);
            }
            else if (Order(practice, originals) is { } early)
            {
                yield return At(early.Field, early.Code, early.Value);
            }

            var form = whole.ToForm(original: null);
            var shape = (whole.AdaptedFrom.Length > 0 ? PracticeValidator.OfAdaptation : PracticeValidator.Instance).Errors(form);
            foreach (var fault in shape.Count > 0 ? shape : Limits(form))
            {
                yield return SampleRefusals.At(practice.Path, JsonNamingPolicy.KebabCaseLower.ConvertName(fault.Field), fault);
            }
        }
    }

    // What the network would not take must be known before the first command.
    private static IReadOnlyList<Refusal> Limits(PracticeForm form)
    {
        var bytes = form.ToContent().ToByteArray();
        var revision = new Revision
        {
            Number = 1,
            At = DateTimeOffset.UnixEpoch,
            By = Guid.Empty,
            TextHash = TextStore.NameOf(bytes),
            Note = TypedText.Plain(form.Note),
            Facts = form.ToFacts(),
        };
        return PracticeStatements.Revision(Guid.Empty, revision, bytes, parent: null, original: null, origin: null, taken: null).Check();
    }

    private static (string Field, string Code, string Value)? Order(PracticeFile practice, Dictionary<string, PracticeFile> originals)
    {
        if (practice.Chapter > practice.Written)
        {
            return ("chapter", "sample.too-early", practice.Key);
        }

        if (practice.Network is { } network && !(network <= practice.Chapter))
        {
            return ("network", "sample.too-early", practice.Key);
        }

        return After("translation-of", practice.TranslationOf) ?? After("adapted-from", practice.AdaptedFrom);

        (string Field, string Code, string Value)? After(string field, string key) =>
            key.Length == 0 ? null
            : !originals.TryGetValue(key, out var original) ? (field, "sample.no-such-practice", key)
            : original.Written <= practice.Written || (practice.Network is not null && !(original.Network > practice.Network)) ? (field, "sample.too-early", original.Key)
            : null;
    }
}

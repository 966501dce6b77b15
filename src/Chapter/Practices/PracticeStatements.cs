using RecoveryCoP.Federation.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Trust;
using Wire = RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>How a practice is said on the wire.</summary>
internal static class PracticeStatements
{
    /// <summary>A revision, with what people wrote as its content.</summary>
    /// <param name="practice">Its id.</param>
    /// <param name="revision">Which.</param>
    /// <param name="text">The bytes of its text.</param>
    /// <param name="parent">The item of the shared revision before; null for the first.</param>
    /// <param name="original">The item that it translates, where the network has it.</param>
    /// <param name="origin">The item that it was adapted from, where the network has it.</param>
    /// <param name="taken">The item of which it takes something up, where the network has it.</param>
    public static Statement Revision(Guid practice, Revision revision, byte[] text, ItemId? parent, ItemId? original, Wire.ItemReference? origin, Wire.ItemReference? taken) => new(
        (at, contentHash) =>
        {
            var facts = revision.Facts;
            var said = new Wire.PracticeRevision
            {
                At = at,
                ContentHash = contentHash,
                About = new Wire.Subject { Id = IdOf(practice), Revision = (uint)revision.Number },
                Language = facts.Language,
                AdaptedFrom = origin,
                TakenFrom = taken,
                TranslationOf = original is { } item ? BytesOf(item) : ByteString.Empty,
                RevisedAt = revision.At.ToTimestamp(),
            };
            said.About.Parents.AddRange(parent is { } before ? [BytesOf(before)] : []);
            foreach (var field in PracticeFields.Chosen.Where(f => facts.Choices.ContainsKey(f.Name)))
            {
                WireFields.Put(said, field, facts.Of(field.Name));
            }

            return said;
        },
        WithNote(text, revision.Note));

    /// <summary>What was chosen, of what was said on the wire; what it translates or was adapted from is for whoever knows those.</summary>
    public static PracticeFacts FactsOf(Wire.PracticeRevision said) => new()
    {
        Language = said.Language,
        Choices = PracticeFields.Chosen.Select(f => (f.Name, Codes: WireFields.Codes(said, f))).Where(c => c.Codes.Count > 0).ToDictionary(c => c.Name, c => c.Codes),
    };

    /// <summary>What a chapter keeps as a revision's text, and its note, of what it said on the wire.</summary>
    public static (byte[] Text, string Note) Kept(byte[] said)
    {
        var content = Wire.PracticeContent.Parser.ParseFrom(said);
        if (content.Note.Length == 0)
        {
            return (said, "");
        }

        var note = content.Note;
        content.Note = "";
        return (content.ToByteArray(), note);
    }

    private static Wire.PracticeContent WithNote(byte[] text, string note)
    {
        var content = Wire.PracticeContent.Parser.ParseFrom(text);
        content.Note = note;
        return content;
    }

    /// <summary>That every revision is taken back.</summary>
    public static Statement Withdrawal(Guid practice, WithdrawalReason reason) => new((at, _) => new Wire.Withdrawal
    {
        At = at,
        About = new Wire.Subject { Id = IdOf(practice) },
        Reason = reason,
    });

    private static ByteString IdOf(Guid practice) => ByteString.CopyFrom(practice.ToByteArray(bigEndian: true));

    private static ByteString BytesOf(ItemId item) => ByteString.CopyFrom(item.ToBytes());
}

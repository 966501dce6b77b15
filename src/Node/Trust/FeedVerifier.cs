using Google.Protobuf;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Trust;

/// <summary>
/// Judges the next item of a feed, at the hub on push and at every chapter on pull, in this order: size, signature, place in the feed, type and limits. Pure: no clock, no store.
/// <para>
/// The caller looks the item's id up first (<see cref="SigningInput.IdOf"/>): an item it holds already is a duplicate, which is success.
/// Whatever else claims a place that is taken is a FORK.
/// </para>
/// <para>
/// An erased content is allowed where it may be: with <see cref="ContentRule.MayBeAbsent"/> the chain verifies without it.
/// A content that does come is never believed without its hash.
/// </para>
/// </summary>
public static class FeedVerifier
{
    private static readonly string keyStatement = KeyStatement.Descriptor.FullName;

    /// <summary>The judgement on an item offered as the next of a feed.</summary>
    public static Verdict Verify(FeedState state, ItemWithContent offered, ContentRule rule)
    {
        if (offered.Item is not { } item)
        {
            return new(VerdictKind.Rejected, Reason.Unreadable, "item", default, 0, null, null, state);
        }

        if (PayloadLimits.IsTooLarge(offered))
        {
            return new(VerdictKind.Rejected, Reason.ItemTooLarge, "", SigningInput.IdOf(item), 0, null, null, state);
        }

        var input = SigningInput.Of(item);
        return new Judgement(state, offered, rule, input).Judge();
    }

    private sealed class Judgement(FeedState state, ItemWithContent offered, ContentRule rule, byte[] input)
    {
        private readonly SignedItem item = offered.Item;
        private readonly ItemId id = SigningInput.IdOf(offered.Item);
        private FeedPosition at = new();

        public Verdict Judge()
        {
            // No stranger's bytes are parsed: a signature by a key of this very feed comes first. Only a genesis brings its own keys.
            if (state.NodeId is not null && !ItemSignatures.KnownHold(state.Keys, item, input, othersToCome: IsKeyStatement))
            {
                return Rejected(Reason.SignatureInvalid);
            }

            if (FeedPositions.Read(item.Payload) is not { } position)
            {
                return Rejected(Reason.Unreadable, "at");
            }

            at = position;
            return Place() ?? (IsKeyStatement ? JudgeKeys() : JudgePayload());
        }

        private bool IsKeyStatement => item.PayloadType == keyStatement;

        /// <summary>Null when the item stands where the next one must and is signed by the key of that place.</summary>
        private Verdict? Place()
        {
            if (at.NodeId != (state.NodeId?.Value ?? ""))
            {
                return Rejected(Reason.WrongNode, "at.node_id");
            }

            if (!IsKeyStatement && !ItemSignatures.AreExactly(item, state.Keys.SigningKeyAt(at.Position)))
            {
                return Rejected(Reason.SignatureInvalid);
            }

            if (at.Position > state.Position + 1)
            {
                return Rejected(Reason.Gap, "at.position");
            }

            if (id == state.LastItemId)
            {
                return new(VerdictKind.Duplicate, Reason.Unspecified, "", id, at.Position, null, null, state);
            }

            var follows = at.Position == state.Position + 1 && at.PreviousItemId.Span.SequenceEqual(state.LastItemId?.ToBytes() ?? []);
            return follows ? null : Rejected(Reason.Fork, "at.previous_item_id");
        }

        // Everything after a key statement rests on it: it is accepted or no link, never put aside.
        private Verdict JudgeKeys()
        {
            if (offered.Content is not null)
            {
                return Rejected(Reason.ContentMismatch, "content");
            }

            if (PayloadTypes.Parse(KeyStatement.Descriptor, item.Payload) is not KeyStatement statement || !at.Equals(statement.At))
            {
                return Rejected(Reason.Unreadable);
            }

            if (at.Epoch.Length != PayloadLimits.EpochBytes)
            {
                return Rejected(Reason.FieldInvalid, "at.epoch");
            }

            if (KeyRules.Signers(state.Keys, statement, at.Position, out var fault) is not { } signers)
            {
                return Rejected(Reason.FieldInvalid, fault);
            }

            if (!ItemSignatures.Hold(item, input, signers))
            {
                return Rejected(Reason.SignatureInvalid);
            }

            var node = state.NodeId ?? NodeId.OfGenesis(input);
            var next = Next() with { NodeId = node, Keys = KeyRules.Extend(state.Keys, statement, at.Position, id) };
            return new(VerdictKind.Accepted, Reason.Unspecified, "", id, at.Position, statement, null, next);
        }

        private Verdict JudgePayload()
        {
            if (PayloadTypes.Find(item.PayloadType) is not { } type)
            {
                return Quarantined(Reason.TypeUnknown, "payload_type");
            }

            // The position that was judged must be the one in the payload: a second field 1 would be merged into it.
            if (PayloadTypes.Parse(type.Payload, item.Payload) is not { } payload || !at.Equals(PayloadType.At(payload)))
            {
                return Quarantined(Reason.Unreadable);
            }

            if (ContentFault(type, payload) is { } mismatch)
            {
                return Rejected(mismatch, "content_hash");
            }

            var content = offered.Content is null ? null : PayloadTypes.Parse(type.Content!, offered.Content.Bytes);
            if (offered.Content is not null && content is null)
            {
                return Quarantined(Reason.Unreadable, "content");
            }

            return PayloadLimits.Check(payload, content) is [var fault, ..]
                ? Quarantined(Reason.LimitExceeded, fault.Field)
                : new(VerdictKind.Accepted, Reason.Unspecified, "", id, at.Position, payload, content, Next());
        }

        private Reason? ContentFault(PayloadType type, IMessage payload) => (type.Content, offered.Content) switch
        {
            (null, null) => null,
            (null, _) => Reason.ContentMismatch,
            (_, null) => rule == ContentRule.Required ? Reason.ContentMissing : null,
            (_, var content) => ContentHash.Matches(content, PayloadType.Hash(payload)) ? null : Reason.ContentMismatch,
        };

        private FeedState Next() => state with { Position = at.Position, LastItemId = id, Epoch = at.Epoch };

        private Verdict Rejected(Reason reason, string field = "") => new(VerdictKind.Rejected, reason, field, id, at.Position, null, null, state);

        private Verdict Quarantined(Reason reason, string field = "") => new(VerdictKind.Quarantined, reason, field, id, at.Position, null, null, Next());
    }
}

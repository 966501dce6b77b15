using Google.Protobuf;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Trust;

/// <summary>
/// Judges the next entry of a feed, at the hub on push and at every chapter on pull, in this order: size; the run's signature by the key that is
/// valid at its positions; hashes and root; its place in the feed; type and limits of each item. Pure: no clock, no store.
/// <para>
/// A node that came back from a backup speaks in a new epoch, and may branch off from where it stood then: that supersedes what it had said there in
/// an epoch before. Two different items at one place of one epoch are a fork. No branch goes back behind a key statement, or whoever has a key that
/// was replaced could undo its replacement.
/// </para>
/// <para>
/// An entry stands or falls as a whole. An item that is not understood is put aside and is a link all the same; a content that did not come, or
/// is not the one that its item names, is dropped and wanted: an erased one is allowed to be absent, and the chain verifies without it.
/// </para>
/// </summary>
public static class FeedVerifier
{
    // As many restores as nobody lives through: without an end, whoever has a key could fill everybody's memory with epochs.
    private const int MostEpochs = 1000;

    private static readonly string keyStatement = KeyStatement.Descriptor.FullName;
    private static readonly string run = Run.Descriptor.FullName;

    /// <summary>The judgement on an entry offered as the next of a feed.</summary>
    /// <param name="state">The feed as it stands.</param>
    /// <param name="offered">The entry.</param>
    /// <param name="heldAt">The item that is held at a position of the feed, up to the state's; null where that is not known.</param>
    /// <param name="known">What <see cref="Check"/> found in it; counts only if the feed's keys are the same still.</param>
    public static Verdict Verify(FeedState state, FeedEntry offered, Func<ulong, ItemId?>? heldAt = null, CheckedRun? known = null) =>
        new Judgement(state, offered, heldAt ?? (position => position == state.Position ? state.LastItemId : null), known).Judge();

    /// <summary>
    /// What can be said of a run wherever it stands, and takes time: size, signature, hashes, root, and each item alone. Needs nothing but the feed's keys, so that
    /// it can be done on any thread while the run before is being stored.
    /// </summary>
    public static CheckedRun Check(NodeId? node, KeyChain keys, SignedRun offered)
    {
        if (offered.Items.Count == 0 || offered.Run is null)
        {
            return Faulty(Reason.FieldInvalid, "run");
        }

        if (offered.Items.Count > FeedPages.Items || offered.Run.Payload.Length > PayloadLimits.PayloadBytes
            || offered.Items.Any(i => i.Item is null || i.Item.PayloadType.Length > PayloadLimits.PayloadTypeCharacters || i.Item.Payload.Length > PayloadLimits.PayloadBytes))
        {
            return Faulty(Reason.ItemTooLarge, "items");
        }

        // No stranger's bytes are believed: a signature by a key of this very feed comes first.
        if (offered.Run.PayloadType != run || !ItemSignatures.KnownHold(keys, offered.Run, SigningInput.Of(offered.Run), othersToCome: false)
            || PayloadTypes.Parse(Run.Descriptor, offered.Run.Payload) is not Run said)
        {
            return Faulty(Reason.SignatureInvalid);
        }

        if (said.NodeId != node?.Value)
        {
            return Faulty(Reason.WrongNode, "node_id", said);
        }

        if (said.From < 2 || said.To - said.From + 1 != (ulong)offered.Items.Count || said.Epoch.Length != PayloadLimits.EpochBytes)
        {
            return Faulty(Reason.FieldInvalid, "run", said);
        }

        if (!ItemSignatures.AreExactly(offered.Run, keys.SigningKeyAt(said.From)) || keys.SigningKeyAt(said.To) != keys.SigningKeyAt(said.From))
        {
            return Faulty(Reason.SignatureInvalid, said: said);
        }

        var ids = offered.Items.Select(i => SigningInput.IdOf(i.Item)).ToArray();
        return !said.Head.Span.SequenceEqual(ids[^1].ToBytes()) || !said.Root.Span.SequenceEqual(MerkleTree.RootOf(ids))
            ? Faulty(Reason.RunMismatch, "items", said)
            : new(keys, Reason.Unspecified, "", said, [.. offered.Items.Select((i, at) => Judge(ids[at], i.Item, i.Content))]);

        CheckedRun Faulty(Reason reason, string field = "", Run? said = null) => new(keys, reason, field, said, []);
    }

    /// <summary>The judgement on the genesis of a feed of which nothing is known.</summary>
    public static Verdict VerifyGenesis(SignedItem? genesis) => Verify(FeedState.Empty, new FeedEntry { KeyStatement = genesis });

    /// <summary>Why a key statement says that it was made, before anything is verified; unspecified when it cannot be read.</summary>
    public static KeyStatementReason ReasonOf(SignedItem statement) =>
        statement.PayloadType == keyStatement && PayloadTypes.Parse(KeyStatement.Descriptor, statement.Payload) is KeyStatement said ? said.Reason : KeyStatementReason.Unspecified;

    /// <summary>Where an entry says that its items stand, before anything is verified: what to look up. Null when it cannot be read.</summary>
    public static (ulong From, ulong To)? Claimed(FeedEntry offered) => offered.EntryCase switch
    {
        FeedEntry.EntryOneofCase.Run => PayloadTypes.Parse(Run.Descriptor, offered.Run.Run?.Payload ?? ByteString.Empty) is Run { } claimed ? (claimed.From, claimed.To) : null,
        FeedEntry.EntryOneofCase.KeyStatement => Envelopes.Read(offered.KeyStatement.Payload, out _)?.At is { } at ? (at.Position, at.Position) : null,
        _ => null,
    };

    /// <summary>The judgement on an item alone, wherever it stands: is it understood, and its content its own?</summary>
    internal static ItemVerdict Judge(ItemId id, Item item, Content? content)
    {
        var envelope = Envelopes.Read(item.Payload, out var holds) ?? new Envelope { At = new() };
        var judged = new ItemVerdict(id, envelope.At.Position, item, envelope);
        if (envelope.ContentHash.Length > 0)
        {
            judged = content is null ? judged with { ContentWanted = Reason.ContentMissing }
                : !ContentHash.Matches(content, envelope.ContentHash) ? judged with { ContentWanted = Reason.ContentMismatch }
                // The author's own, and too large: not even asked for again.
                : content.Bytes.Length > PayloadLimits.ContentBytes ? judged with { Quarantined = Reason.LimitExceeded, Field = "content" }
                : judged with { Content = content };
        }

        if (judged.Field == "content")
        {
            return judged;
        }

        if (PayloadTypes.Find(item.PayloadType) is not { } type || item.PayloadType == keyStatement)
        {
            return judged with { Quarantined = Reason.TypeUnknown, Field = "payload_type" };
        }

        if (!holds || PayloadTypes.Parse(type.Payload, item.Payload) is not { } payload)
        {
            return judged with { Quarantined = Reason.Unreadable };
        }

        var said = judged.Content is null || type.Content is null ? null : PayloadTypes.Parse(type.Content, judged.Content.Bytes);
        if (judged.Content is not null && type.Content is not null && said is null)
        {
            return judged with { Quarantined = Reason.Unreadable, Field = "content" };
        }

        return PayloadLimits.Check(payload, envelope, said) is [var fault, ..]
            ? judged with { Quarantined = Reason.LimitExceeded, Field = fault.Field }
            : judged with { Payload = payload };
    }

    private sealed class Judgement(FeedState state, FeedEntry offered, Func<ulong, ItemId?> heldAt, CheckedRun? known)
    {
        private ulong from;
        private bool isHeld;

        public Verdict Judge() => offered.EntryCase switch
        {
            FeedEntry.EntryOneofCase.Run => JudgeRun(offered.Run),
            FeedEntry.EntryOneofCase.KeyStatement => JudgeKeys(offered.KeyStatement),
            _ => Rejected(Reason.Unreadable, "entry"),
        };

        private Verdict JudgeRun(SignedRun signed)
        {
            var run = known is not null && ReferenceEquals(known.Keys, state.Keys) ? known : Check(state.NodeId, state.Keys, signed);
            from = run.Said?.From ?? 0;
            return run.Fault != Reason.Unspecified ? Rejected(run.Fault, run.Field) : Place(run) ?? Links(run);
        }

        private Verdict Links(CheckedRun run)
        {
            var previous = Before(run.Said!.From);
            for (var at = 0; at < run.Items.Count; at++)
            {
                var link = run.Items[at];
                if (!Stands(link.Envelope.At, run.Said, at))
                {
                    return Rejected(Reason.Unreadable, "at");
                }

                if (previous is { } before && !link.Envelope.At.PreviousItemId.Span.SequenceEqual(before.ToBytes()))
                {
                    return Rejected(at == 0 ? Reason.Fork : Reason.Unreadable, "at.previous_item_id");
                }

                previous = link.Id;
            }

            return isHeld ? new(VerdictKind.Duplicate, Reason.Unspecified, "", from, run.Items, state) : Accepted(run.Items, state, run.Said.Epoch);
        }

        private static bool Stands(FeedPosition at, Run said, int place) =>
            at.NodeId == said.NodeId && at.Epoch.Equals(said.Epoch) && at.Position == said.From + (ulong)place;

        /// <summary>Null when the run begins where the feed ends, branches off from it, or is held as it is.</summary>
        private Verdict? Place(CheckedRun run)
        {
            var said = run.Said!;
            if (said.From > state.Position + 1)
            {
                return Rejected(state.PastEpochs.Contains(said.Epoch) ? Reason.EpochSuperseded : Reason.Gap, "from");
            }

            isHeld = said.From <= state.Position
                && run.Items.Select((item, at) => (item.Id, position: said.From + (ulong)at)).All(i => i.position > state.Position || heldAt(i.position) is not { } held || held == i.Id);
            return !isHeld ? PlaceInEpoch(said.From, said.Epoch)
                : said.To > state.Position ? Rejected(Reason.RunOverlap, "from")
                : null;
        }

        /// <summary>Null when an entry that is not held may stand there: as the next, or as the first of a new epoch.</summary>
        private Verdict? PlaceInEpoch(ulong position, ByteString epoch) =>
            state.PastEpochs.Contains(epoch) ? Rejected(Reason.EpochSuperseded, "epoch")
            : epoch.Equals(state.Epoch) ? (position == state.Position + 1 ? null : Rejected(Reason.Fork, "from"))
            : position <= (state.Keys.Head?.Position ?? 0) ? Rejected(Reason.Fork, "from")
            : state.PastEpochs.Count >= MostEpochs ? Rejected(Reason.FieldInvalid, "epoch")
            : null;

        private Verdict Accepted(IReadOnlyList<ItemVerdict> links, FeedState after, ByteString epoch) =>
            new(VerdictKind.Accepted, Reason.Unspecified, "", from, links, after with
            {
                Position = links[^1].Position,
                LastItemId = links[^1].Id,
                Epoch = epoch,
                PastEpochs = state.Position == 0 || epoch.Equals(state.Epoch) ? state.PastEpochs : state.PastEpochs.Add(state.Epoch),
            })
            {
                Supersedes = from <= state.Position,
                BeginsEpoch = !epoch.Equals(state.Epoch),
            };

        // Everything after a key statement rests on it: it is accepted or no link, never put aside.
        private Verdict JudgeKeys(SignedItem signed)
        {
            if (signed.Payload.Length > PayloadLimits.PayloadBytes || signed.Signatures.Count > PayloadLimits.Signatures)
            {
                return Rejected(Reason.ItemTooLarge);
            }

            var input = SigningInput.Of(signed);
            // Only a genesis brings its own keys.
            if (signed.PayloadType != keyStatement || (state.NodeId is not null && !ItemSignatures.KnownHold(state.Keys, signed, input, othersToCome: true)))
            {
                return Rejected(Reason.SignatureInvalid);
            }

            if (Envelopes.Read(signed.Payload, out var holds) is not { } envelope || !holds || PayloadTypes.Parse(KeyStatement.Descriptor, signed.Payload) is not KeyStatement statement)
            {
                return Rejected(Reason.Unreadable);
            }

            from = envelope.At.Position;
            var id = SigningInput.IdOf(signed);
            var item = new Item { PayloadType = signed.PayloadType, Payload = signed.Payload };
            return Place(envelope.At, id, item) ?? Keys(statement, id, item, input, signed);
        }

        private Verdict? Place(FeedPosition at, ItemId id, Item item)
        {
            if (at.NodeId != (state.NodeId is { } node && at.Position > 1 ? node.Value : ""))
            {
                return Rejected(Reason.WrongNode, "at.node_id");
            }

            if (at.Position > state.Position + 1)
            {
                return Rejected(state.PastEpochs.Contains(at.Epoch) ? Reason.EpochSuperseded : Reason.Gap, "at.position");
            }

            if (at.Position <= state.Position && heldAt(at.Position) == id)
            {
                return new(VerdictKind.Duplicate, Reason.Unspecified, "", from, [new(id, at.Position, item, new Envelope { At = at })], state);
            }

            return PlaceInEpoch(at.Position, at.Epoch)
                ?? (at.PreviousItemId.Span.SequenceEqual(Before(at.Position)?.ToBytes() ?? []) ? null : Rejected(Reason.Fork, "at.previous_item_id"));
        }

        private ItemId? Before(ulong position) => position == state.Position + 1 ? state.LastItemId : heldAt(position - 1);

        private Verdict Keys(KeyStatement statement, ItemId id, Item item, byte[] input, SignedItem signed)
        {
            if (statement.At.Epoch.Length != PayloadLimits.EpochBytes)
            {
                return Rejected(Reason.FieldInvalid, "at.epoch");
            }

            if (KeyRules.Signers(state.Keys, statement, from, out var fault) is not { } signers)
            {
                return Rejected(Reason.FieldInvalid, fault);
            }

            if (!ItemSignatures.Hold(signed, input, signers))
            {
                return Rejected(Reason.SignatureInvalid);
            }

            var next = state with
            {
                NodeId = state.NodeId ?? NodeId.OfGenesis(input),
                Keys = KeyRules.Extend(state.Keys, statement, from, id),
            };
            return Accepted([new(id, from, item, new Envelope { At = statement.At }) { Payload = statement }], next, statement.At.Epoch);
        }

        private Verdict Rejected(Reason reason, string field = "") => new(VerdictKind.Rejected, reason, field, from, [], state);
    }
}

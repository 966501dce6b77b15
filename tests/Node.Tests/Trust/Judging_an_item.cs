using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Tests.Trust;

public sealed class Judging_an_item
{
    private readonly TestNode node = new();

    [Fact]
    public void accepts_the_genesis_and_names_the_node_after_it()
    {
        var verdict = FeedVerifier.Verify(FeedState.Empty, new ItemWithContent { Item = node.Genesis }, ContentRule.Required);
        Is(verdict, VerdictKind.Accepted, Reason.Unspecified);
        Assert.Equal(NodeId.OfGenesis(SigningInput.Of(node.Genesis)), verdict.Next.NodeId);
        Assert.Equal(node.Signing.Public, verdict.Next.Keys.Current);
    }

    [Fact]
    public void accepts_a_shared_practice_with_its_text()
    {
        var verdict = node.Add(node.Shared());
        Is(verdict, VerdictKind.Accepted, Reason.Unspecified);
        Assert.Equal("Marcher ensemble", Assert.IsType<PracticeContent>(verdict.Content).Title);
        Assert.Equal(2ul, node.State.Position);
        Is(node.Add(node.Shared()), VerdictKind.Accepted, Reason.Unspecified);
    }

    [Fact]
    public void finds_the_last_item_sent_again_a_duplicate()
    {
        var item = node.Shared();
        node.Add(item);
        Is(node.Offer(item), VerdictKind.Duplicate, Reason.Unspecified);
    }

    [Fact]
    public void finds_an_altered_signature_that_holds_the_same_item()
    {
        var item = node.Shared();
        var twin = item.Clone();
        twin.Item.Signatures[0].Value = ByteString.CopyFrom(Malleable.Twin(item.Item.Signatures[0].Value.ToByteArray()));
        Assert.NotEqual(item.Item, twin.Item);
        Assert.Equal(VerdictKind.Accepted, node.Offer(twin).Kind);
        Assert.Equal(node.Offer(item).ItemId, node.Offer(twin).ItemId);
        node.Add(item);
        Is(node.Offer(twin), VerdictKind.Duplicate, Reason.Unspecified);
    }

    [Fact]
    public void rejects_one_that_is_not_there() => Is(node.Offer(new ItemWithContent()), VerdictKind.Rejected, Reason.Unreadable);

    [Fact]
    public void rejects_one_that_is_too_large() =>
        Is(node.Offer(node.Shared(text: new() { Title = "t", Text = new string('a', PayloadLimits.ContentBytes) })), VerdictKind.Rejected, Reason.ItemTooLarge);

    [Fact]
    public void rejects_a_strangers_signature()
    {
        using var stranger = SigningKey.Create();
        var (payload, content) = node.Practice();
        Is(node.Offer(new ItemWithContent { Item = SignedItems.Sign(payload, stranger).Item, Content = content }), VerdictKind.Rejected, Reason.SignatureInvalid);
    }

    [Fact]
    public void rejects_the_recovery_key_on_an_ordinary_item()
    {
        var (payload, content) = node.Practice();
        Is(node.Offer(new ItemWithContent { Item = SignedItems.Sign(payload, node.Recovery.Key).Item, Content = content }), VerdictKind.Rejected, Reason.SignatureInvalid);
    }

    [Fact]
    public void rejects_one_without_a_readable_position() =>
        Is(node.Offer(SignedItems.Sign(new Measure { Value = 1 }, node.Signing).Item), VerdictKind.Rejected, Reason.Unreadable);

    [Fact]
    public void rejects_an_item_of_another_node() =>
        Is(node.Offer(node.Shared(p => p.At.NodeId = new string('a', 32))), VerdictKind.Rejected, Reason.WrongNode);

    [Fact]
    public void says_its_reason_as_it_is_sent() => Assert.Equal("GAP", node.Offer(node.Shared(p => p.At.Position++)).ReasonCode);

    [Fact]
    public void rejects_one_after_a_gap() => Is(node.Offer(node.Shared(p => p.At.Position++)), VerdictKind.Rejected, Reason.Gap);

    [Fact]
    public void rejects_a_second_item_for_a_place_that_is_taken()
    {
        var (first, second) = (node.Shared(), node.Shared());
        node.Add(first);
        Is(node.Offer(second), VerdictKind.Rejected, Reason.Fork);
    }

    [Fact]
    public void rejects_one_that_follows_another_history() =>
        Is(node.Offer(node.Shared(p => p.At.PreviousItemId = ByteString.CopyFrom(new byte[32]))), VerdictKind.Rejected, Reason.Fork);

    [Fact]
    public void rejects_another_content_than_the_signed_one()
    {
        var item = node.Shared();
        item.Content = ContentHash.NewContent(TestNode.Text());
        Is(node.Offer(item), VerdictKind.Rejected, Reason.ContentMismatch);
    }

    [Fact]
    public void rejects_a_salt_that_took_a_byte_of_the_content()
    {
        var item = node.Shared();
        byte[] all = [.. item.Content.Salt.Span, .. item.Content.Bytes.Span];
        item.Content = new() { Salt = ByteString.CopyFrom(all, 0, 17), Bytes = ByteString.CopyFrom(all, 17, all.Length - 17) };
        Is(node.Offer(item), VerdictKind.Rejected, Reason.ContentMismatch);
    }

    [Fact]
    public void rejects_a_new_item_without_its_content_but_lets_an_erased_one_be_absent()
    {
        var item = node.Shared();
        item.Content = null;
        Is(node.Offer(item), VerdictKind.Rejected, Reason.ContentMissing);
        Is(node.Offer(item, ContentRule.MayBeAbsent), VerdictKind.Accepted, Reason.Unspecified);
    }

    [Fact]
    public void puts_an_unknown_type_aside_and_goes_on()
    {
        var (payload, _) = node.Practice();
        var item = Signed("recoverycop.federation.v9.Poem", payload.ToByteString());
        Is(node.Add(item), VerdictKind.Quarantined, Reason.TypeUnknown);
        Is(node.Add(node.Shared()), VerdictKind.Accepted, Reason.Unspecified);
    }

    [Fact]
    public void puts_a_signed_but_unreadable_payload_aside()
    {
        var (payload, _) = node.Practice();
        var broken = ByteString.CopyFrom([.. payload.ToByteArray(), 0xFF]);
        Is(node.Add(Signed(PracticeRevision.Descriptor.FullName, broken)), VerdictKind.Quarantined, Reason.Unreadable);
        Is(node.Add(node.Shared()), VerdictKind.Accepted, Reason.Unspecified);
    }

    [Fact]
    public void puts_text_that_is_not_utf8_aside()
    {
        var (payload, _) = node.Practice();
        // Field 7 (language), two bytes that no UTF-8 text has.
        var broken = ByteString.CopyFrom([.. payload.ToByteArray(), 0x3A, 2, 0xC3, 0x28]);
        Assert.Equal(VerdictKind.Quarantined, node.Add(Signed(PracticeRevision.Descriptor.FullName, broken)).Kind);
    }

    [Fact]
    public void puts_a_position_that_is_said_twice_aside()
    {
        var (payload, _) = node.Practice();
        var other = new PracticeRevision { At = new() { Position = 99 } };
        var doubled = ByteString.CopyFrom([.. payload.ToByteArray(), .. other.ToByteArray()]);
        Is(node.Offer(Signed(PracticeRevision.Descriptor.FullName, doubled)), VerdictKind.Quarantined, Reason.Unreadable);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("summary")]
    [InlineData("text")]
    [InlineData("credit_name")]
    public void puts_a_content_over_a_limit_aside(string field)
    {
        var text = TestNode.Text();
        switch (field)
        {
            case "title": text.Title = new string('a', 201); break;
            case "summary": text.Summary = new string('a', 1001); break;
            case "text": text.Text = "a\0b"; break;
            default: text.CreditName = "Nobody agreed"; break;
        }

        var verdict = node.Offer(node.Shared(text: text));
        Is(verdict, VerdictKind.Quarantined, Reason.LimitExceeded);
        Assert.Equal(field, verdict.Field);
    }

    [Theory]
    [InlineData("topics")]
    [InlineData("chime")]
    [InlineData("credit")]
    [InlineData("practice_id")]
    [InlineData("at.epoch")]
    public void puts_a_payload_over_a_limit_aside(string field)
    {
        var verdict = node.Offer(node.Shared(p =>
        {
            switch (field)
            {
                case "topics": p.Topics.Add(Enumerable.Range(0, 10).Select(i => $"t{i}")); break;
                case "chime": p.Chime.Add("joy"); break;
                case "credit": p.Credit = CreditKind.Unspecified; break;
                case "practice_id": p.PracticeId = ByteString.Empty; break;
                default: p.At.Epoch = ByteString.Empty; break;
            }
        }));
        Is(verdict, VerdictKind.Quarantined, Reason.LimitExceeded);
        Assert.Equal(field, verdict.Field);
    }

    [Fact]
    public void keeps_fields_that_it_does_not_know()
    {
        var (payload, content) = node.Practice();
        var newer = ByteString.CopyFrom([.. payload.ToByteArray(), 0xA2, 0x06, 1, (byte)'x']);
        var verdict = node.Offer(new ItemWithContent { Item = Signed(PracticeRevision.Descriptor.FullName, newer), Content = content });
        Is(verdict, VerdictKind.Accepted, Reason.Unspecified);
        Assert.Equal(newer, verdict.Payload!.ToByteString());
    }

    private SignedItem Signed(string type, ByteString payload)
    {
        var item = new SignedItem { PayloadType = type, Payload = payload };
        item.Signatures.Add(new Signature
        {
            KeyId = ByteString.CopyFrom(node.Signing.Public.Id.ToBytes()),
            Value = ByteString.CopyFrom(node.Signing.Sign(SigningInput.Of(item))),
        });
        return item;
    }

    private static void Is(Verdict verdict, VerdictKind kind, Reason reason) => Assert.Equal((kind, reason), (verdict.Kind, verdict.Reason));
}

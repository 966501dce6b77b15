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
        var verdict = FeedVerifier.VerifyGenesis(node.Genesis);
        Is(verdict, VerdictKind.Accepted, Reason.Unspecified);
        Assert.Equal(NodeId.OfGenesis(SigningInput.Of(node.Genesis)), verdict.Next.NodeId);
        Assert.Equal(node.Signing.Public, verdict.Next.Keys.Current);
    }

    [Fact]
    public void accepts_a_shared_practice_with_its_text()
    {
        var verdict = node.Add(node.Shared());
        Is(verdict, VerdictKind.Accepted, Reason.Unspecified);
        Assert.Equal("Marcher ensemble", PracticeContent.Parser.ParseFrom(verdict.Items.Single().Content!.Bytes).Title);
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
        twin.Run.Run.Signatures[0].Value = ByteString.CopyFrom(Malleable.Twin(item.Run.Run.Signatures[0].Value.ToByteArray()));
        Assert.NotEqual(item, twin);
        Assert.Equal(VerdictKind.Accepted, node.Offer(twin).Kind);
        Assert.Equal(node.Offer(item).Next.LastItemId, node.Offer(twin).Next.LastItemId);
        node.Add(item);
        Is(node.Offer(twin), VerdictKind.Duplicate, Reason.Unspecified);
    }

    [Fact]
    public void rejects_one_that_is_not_there() => Is(node.Offer(new FeedEntry()), VerdictKind.Rejected, Reason.Unreadable);

    [Fact]
    public void rejects_one_that_is_too_large() =>
        Is(node.Offer(node.Shared(p => p.Licence = new string('x', PayloadLimits.PayloadBytes))), VerdictKind.Rejected, Reason.ItemTooLarge);

    [Fact]
    public void puts_one_whose_content_is_too_large_aside_and_drops_that() => PutAside(
        node.Offer(node.Shared(text: new() { Title = "t", Text = new string('a', PayloadLimits.ContentBytes) })), Reason.LimitExceeded, "content");

    [Fact]
    public void drops_a_content_that_is_too_large_and_not_its_own_and_wants_its_own()
    {
        var item = node.Shared();
        item.OnlyItem().Content = ContentHash.NewContent(new PracticeContent { Text = new string('x', PayloadLimits.ContentBytes) });
        Wants(node.Offer(item), Reason.ContentMismatch);
    }

    [Fact]
    public void rejects_a_strangers_signature()
    {
        using var stranger = SigningKey.Create();
        var (payload, content) = node.Practice();
        Is(node.Offer(SignedEntries.Run(stranger, payload, content)), VerdictKind.Rejected, Reason.SignatureInvalid);
    }

    [Fact]
    public void rejects_the_recovery_key_on_an_ordinary_item()
    {
        var (payload, content) = node.Practice();
        Is(node.Offer(SignedEntries.Run(node.Recovery.Key, payload, content)), VerdictKind.Rejected, Reason.SignatureInvalid);
    }

    [Fact]
    public void rejects_one_without_a_readable_position() =>
        Is(node.Offer(SignedEntries.Run(node.Signing, node.State.NextPosition(), [new() { Item = Signing.ItemOf(new Measure { Value = 1 }) }])), VerdictKind.Rejected, Reason.Unreadable);

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
    public void drops_another_content_than_the_signed_one_and_wants_that()
    {
        var item = node.Shared();
        item.OnlyItem().Content = ContentHash.NewContent(TestNode.Text());
        Wants(node.Offer(item), Reason.ContentMismatch);
    }

    [Fact]
    public void drops_a_salt_that_took_a_byte_of_the_content()
    {
        var item = node.Shared();
        byte[] all = [.. item.OnlyItem().Content.Salt.Span, .. item.OnlyItem().Content.Bytes.Span];
        item.OnlyItem().Content = new() { Salt = ByteString.CopyFrom(all, 0, 17), Bytes = ByteString.CopyFrom(all, 17, all.Length - 17) };
        Wants(node.Offer(item), Reason.ContentMismatch);
    }

    [Fact]
    public void lets_a_content_be_absent_and_wants_it()
    {
        var item = node.Shared();
        item.OnlyItem().Content = null;
        Wants(node.Offer(item), Reason.ContentMissing);
    }

    [Fact]
    public void puts_an_unknown_type_aside_and_goes_on()
    {
        var (payload, _) = node.Practice();
        var item = Signed("recoverycop.federation.v9.Poem", payload.ToByteString());
        PutAside(node.Add(item), Reason.TypeUnknown, "payload_type");
        Is(node.Add(node.Shared()), VerdictKind.Accepted, Reason.Unspecified);
    }

    [Fact]
    public void puts_a_signed_but_unreadable_payload_aside()
    {
        var (payload, _) = node.Practice();
        var broken = ByteString.CopyFrom([.. payload.ToByteArray(), 0xFF]);
        PutAside(node.Add(Signed(PracticeRevision.Descriptor.FullName, broken)), Reason.Unreadable);
        Is(node.Add(node.Shared()), VerdictKind.Accepted, Reason.Unspecified);
    }

    [Fact]
    public void puts_text_that_is_not_utf8_aside()
    {
        var (payload, _) = node.Practice();
        // Field 5 (language), two bytes that no UTF-8 text has.
        var broken = ByteString.CopyFrom([.. payload.ToByteArray(), 0x2A, 2, 0xC3, 0x28]);
        PutAside(node.Add(Signed(PracticeRevision.Descriptor.FullName, broken)), Reason.Unreadable);
    }

    [Fact]
    public void puts_a_position_that_is_said_twice_aside()
    {
        var (payload, _) = node.Practice();
        var other = new PracticeRevision { At = new() { Position = 99 } };
        var doubled = ByteString.CopyFrom([.. payload.ToByteArray(), .. other.ToByteArray()]);
        PutAside(node.Offer(Signed(PracticeRevision.Descriptor.FullName, doubled, node.State.NextPosition())), Reason.Unreadable);
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
        PutAside(verdict, Reason.LimitExceeded, field);
    }

    [Theory]
    [InlineData("topics")]
    [InlineData("settings")]
    [InlineData("groups")]
    [InlineData("chime")]
    [InlineData("credit")]
    [InlineData("about.id")]
    [InlineData("about.revision")]
    public void puts_a_payload_over_a_limit_aside(string field)
    {
        var verdict = node.Offer(node.Shared(p =>
        {
            switch (field)
            {
                case "topics": p.Topics.Add(Enumerable.Range(0, 10).Select(i => $"t{i}")); break;
                case "settings": p.Settings.Add(Enumerable.Range(0, 11).Select(i => $"s{i}")); break;
                case "groups": p.Groups.Add("des proches"); break;
                case "chime": p.Chime.Add("joy"); break;
                case "credit": p.Credit = CreditKind.Unspecified; break;
                case "about.id": p.About.Id = ByteString.Empty; break;
                default: p.About.Revision = 0; break;
            }
        }));
        PutAside(verdict, Reason.LimitExceeded, field);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(31, false)]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void takes_the_seal_of_a_security_log_whole_or_not_at_all(int bytes, bool isTaken)
    {
        var content = ContentHash.NewContent(new NodeProfileContent { NameFr = "Estrie" });
        var profile = new NodeProfile { At = node.State.NextPosition(), ContentHash = ContentHash.Of(content), Languages = { "fr" }, SecurityLogSeal = ByteString.CopyFrom(new byte[bytes]) };

        var verdict = node.Offer(SignedEntries.Run(node.Signing, profile, content));

        if (isTaken)
        {
            Is(verdict, VerdictKind.Accepted, Reason.Unspecified);
        }
        else
        {
            PutAside(verdict, Reason.LimitExceeded, "security_log_seal");
        }
    }

    [Theory]
    [InlineData("web_address", "javascript:alert(1)")]
    [InlineData("web_address", "https://hub.example@evil.example/")]
    [InlineData("web_address", "data:text/html,x")]
    [InlineData("description_fr", "a\u202Eb")]
    [InlineData("description_en", null)]
    public void puts_a_hostile_profile_aside(string field, string? said)
    {
        var content = new NodeProfileContent { NameFr = "Estrie", WebAddress = "https://estrie.example/", DescriptionFr = "Bonjour.\nVenez." };
        NodeProfileContent.Descriptor.FindFieldByName(field).Accessor.SetValue(content, said ?? new string('a', 2001));
        var signed = ContentHash.NewContent(content);
        var profile = new NodeProfile { At = node.State.NextPosition(), ContentHash = ContentHash.Of(signed), Languages = { "fr" } };

        PutAside(node.Offer(SignedEntries.Run(node.Signing, profile, signed)), Reason.LimitExceeded, field);
    }

    [Theory]
    [InlineData("about.revision", 0u)]
    [InlineData("template_id", "Québec")]
    [InlineData("template_id", "")]
    [InlineData("version", "1.0")]
    [InlineData("version", "1.0.00")]
    [InlineData("version", "1.0.-1")]
    [InlineData("version", "1.0.1000000000")]
    [InlineData("minimum_software", "1")]
    [InlineData("languages", "french")]
    [InlineData("released_at", "none")]
    [InlineData("forked_from", "../x")]
    [InlineData("template_hash", "short")]
    [InlineData("template", "empty")]
    [InlineData("", "")]
    public void puts_a_release_of_a_template_aside_that_is_over_a_limit(string field, object said)
    {
        var content = ContentHash.NewContent(new TemplateReleaseContent { Template = field == "template" ? ByteString.Empty : ByteString.CopyFrom([1]) });
        var release = new TemplateRelease
        {
            At = node.State.NextPosition(), About = new Subject { Id = ByteString.CopyFrom(new byte[16]), Revision = field == "about.revision" ? 0u : 1u }, ContentHash = ContentHash.Of(content),
            TemplateId = field == "template_id" ? (string)said : "quebec-recovery", Version = field == "version" ? (string)said : "1.10.0", MinimumSoftware = field == "minimum_software" ? (string)said : "0.2",
            Languages = { field == "languages" ? (string)said : "fr" }, ReleasedAt = field == "released_at" ? null : new() { Seconds = 1 },
            ForkedFrom = new TemplateOrigin { TemplateId = field == "forked_from" ? (string)said : "other" }, TemplateHash = ByteString.CopyFrom(new byte[field == "template_hash" ? 31 : 32]),
        };

        var verdict = node.Offer(SignedEntries.Run(node.Signing, release, content));

        if (field.Length == 0)
        {
            Is(verdict, VerdictKind.Accepted, Reason.Unspecified);
        }
        else
        {
            PutAside(verdict, Reason.LimitExceeded, field);
        }
    }

    [Theory]
    [InlineData("", "", "", "")]
    [InlineData("quebec-recovery", "1.0.0", "", "")]
    [InlineData("", "1.0.0", "", "template_version")]
    [InlineData("quebec-recovery", "", "", "template_version")]
    [InlineData("Un modèle", "1.0.0", "", "template_id")]
    [InlineData("quebec-recovery", "1.0.0", "carrefour", "template_hub")]
    public void takes_the_template_that_a_profile_says_whole_or_puts_the_profile_aside(string id, string version, string hub, string field)
    {
        var content = ContentHash.NewContent(new NodeProfileContent { NameFr = "Estrie" });
        var profile = new NodeProfile { At = node.State.NextPosition(), ContentHash = ContentHash.Of(content), Languages = { "fr" }, TemplateId = id, TemplateVersion = version, TemplateHub = hub };

        var verdict = node.Offer(SignedEntries.Run(node.Signing, profile, content));

        if (field.Length == 0)
        {
            Is(verdict, VerdictKind.Accepted, Reason.Unspecified);
        }
        else
        {
            PutAside(verdict, Reason.LimitExceeded, field);
        }
    }

    [Fact]
    public void keeps_fields_that_it_does_not_know()
    {
        var (payload, content) = node.Practice();
        var newer = ByteString.CopyFrom([.. payload.ToByteArray(), 0xA2, 0x06, 1, (byte)'x']);
        var verdict = node.Offer(SignedEntries.Run(node.Signing, new Item { PayloadType = PracticeRevision.Descriptor.FullName, Payload = newer }, content));
        Is(verdict, VerdictKind.Accepted, Reason.Unspecified);
        Assert.Equal(newer, verdict.Items.Single().Payload!.ToByteString());
    }

    private FeedEntry Signed(string type, ByteString payload, FeedPosition? at = null) =>
        SignedEntries.Run(node.Signing, at ?? node.State.NextPosition(), [new() { Item = new Item { PayloadType = type, Payload = payload } }]);

    private static void Is(Verdict verdict, VerdictKind kind, Reason reason)
    {
        Assert.Equal((kind, reason), (verdict.Kind, verdict.Reason));
        Assert.All(verdict.Items, i => Assert.Equal(Reason.Unspecified, i.Quarantined));
    }

    private static void PutAside(Verdict verdict, Reason reason, string field = "")
    {
        var item = Assert.Single(verdict.Items);
        Assert.Equal((VerdictKind.Accepted, reason, field), (verdict.Kind, item.Quarantined, item.Field));
    }

    private static void Wants(Verdict verdict, Reason reason)
    {
        var item = Assert.Single(verdict.Items);
        Assert.Equal((VerdictKind.Accepted, reason, null), (verdict.Kind, item.ContentWanted, item.Content));
    }
}

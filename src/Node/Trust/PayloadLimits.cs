using System.Buffers;
using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Trust;

/// <summary>
/// How much of what an item may hold. A chapter asks before it signs, every verifier before it accepts; a character is a Unicode scalar value.
/// Fields this version does not know are neither judged nor lost.
/// </summary>
public static class PayloadLimits
{
    /// <summary>Code of every refusal made here; its field is the proto's, its argument the limit.</summary>
    public const string Code = "federation.limit-exceeded";

    /// <summary>Most bytes of a payload.</summary>
    public const int PayloadBytes = 16 * 1024;

    /// <summary>Most bytes of a content.</summary>
    public const int ContentBytes = 256 * 1024;

    internal const int EpochBytes = 16;

    internal const int PayloadTypeCharacters = 100, Signatures = 4;

    private const int HashBytes = 32, UuidBytes = 16;
    private const int NameCharacters = 200, SummaryCharacters = 1000, DescriptionCharacters = 2000, AddressCharacters = 500, CodeCharacters = 60;
    // Nothing that a chapter counts in a quarter comes near it; a sum of such figures still fits its type.
    private const long LargestFigure = 10_000_000;
    private const int FirstYear = 2020;
    private const int FewCodes = 10, Parents = 16, Languages = 8, Withdrawn = 1000, Measures = 200;

    // Control characters, line and paragraph separators, and those that turn the reading direction around: text must be what it looks like.
    private static readonly SearchValues<char> hiddenInLine = SearchValues.Create([.. Range('\0', '\u001F'), .. Range('\u007F', '\u009F'), .. Range('\u2028', '\u202E'), .. Range('\u2066', '\u2069')]);
    private static readonly SearchValues<char> hiddenInText = SearchValues.Create([.. Range('\0', '\u001F').Except(['\n', '\r', '\t']), .. Range('\u007F', '\u009F'), .. Range('\u2028', '\u202E'), .. Range('\u2066', '\u2069')]);

    private static readonly string[] chimeCodes = ["connectedness", "hope", "identity", "meaning", "empowerment"];

    /// <summary>True when an item is larger than any may be.</summary>
    public static bool IsTooLarge(ItemWithContent offered) =>
        offered.Item.PayloadType.Length > PayloadTypeCharacters || offered.Item.Payload.Length > PayloadBytes || offered.Content?.Bytes.Length > ContentBytes;

    /// <summary>What is over a limit in a payload, what it begins with and, when there is one, its content; empty when nothing is.</summary>
    public static IReadOnlyList<Refusal> Check(IMessage payload, Envelope envelope, IMessage? content)
    {
        var errors = new Errors();
        errors.Unless(envelope.ContentHash.Length == (PayloadTypes.Find(payload.Descriptor.FullName)?.Content is null ? 0 : HashBytes), "content_hash", HashBytes);
        errors.Unless(envelope.About is null or { Id.Length: UuidBytes }, "about.id", UuidBytes);
        errors.Unless(envelope.About is null || envelope.About.Parents.Count <= Parents && envelope.About.Parents.All(p => p.Length == HashBytes), "about.parents", Parents);
        switch (payload)
        {
            case NodeProfile profile: Profile(errors, profile); break;
            case PracticeRevision revision: Revision(errors, revision); break;
            case Withdrawal withdrawal: Withdrawal(errors, withdrawal); break;
            case StatisticsReturn figures: Figures(errors, figures); break;
            case TakeDown takeDown: TakeDown(errors, takeDown); break;
            case DirectoryEntry entry: Entry(errors, entry); break;
            case TemplateRelease release: Release(errors, release); break;
        }

        switch (content)
        {
            case NodeProfileContent profile: Profile(errors, profile); break;
            case PracticeContent practice: Practice(errors, practice, payload as PracticeRevision); break;
            case TemplateReleaseContent release: errors.Unless(release.Template.Length > 0, "template"); break;
        }

        return errors.All;
    }

    /// <summary>True for a time that a calendar has: from the year 1 to 9999.</summary>
    public static bool IsTime(Timestamp? time) => time is { Nanos: >= 0 and < 1_000_000_000, Seconds: >= -62_135_596_800 and <= 253_402_300_799 };

    private static void Profile(Errors errors, NodeProfile profile)
    {
        errors.Unless(profile.Region is null or { Scheme: "ra" or "rss" }, "region.scheme");
        errors.Unless(profile.Region is null || IsCode(profile.Region.Code), "region.code", CodeCharacters);
        errors.Unless(AreLanguages(profile.Languages), "languages", Languages);
        errors.Unless(profile.SecurityLogSeal.Length is 0 or HashBytes, "security_log_seal", HashBytes);
        errors.Unless(profile.TemplateId.Length == 0 || IsTemplateId(profile.TemplateId), "template_id", CodeCharacters);
        errors.Unless(profile.TemplateId.Length == 0 ? profile.TemplateVersion.Length == 0 : IsVersion(profile.TemplateVersion, 3), "template_version", 3);
        errors.Unless(profile.TemplateHub.Length == 0 || profile.TemplateId.Length > 0 && NodeId.TryParse(profile.TemplateHub, out _), "template_hub");
    }

    private static void Profile(Errors errors, NodeProfileContent content)
    {
        errors.Unless(content.NameFr.Length + content.NameEn.Length > 0, "name_fr");
        errors.Line(content.NameFr, "name_fr", NameCharacters);
        errors.Line(content.NameEn, "name_en", NameCharacters);
        errors.Line(content.PublicContact, "public_contact", AddressCharacters);
        errors.Line(content.PrivacyOfficerTitleFr, "privacy_officer_title_fr", NameCharacters);
        errors.Line(content.PrivacyOfficerTitleEn, "privacy_officer_title_en", NameCharacters);
        errors.Line(content.PrivacyOfficerContact, "privacy_officer_contact", AddressCharacters);
        errors.Line(content.WebAddress, "web_address", AddressCharacters);
        errors.Unless(content.WebAddress.Length == 0 || Uri.TryCreate(content.WebAddress, UriKind.Absolute, out var uri) && uri is { Scheme: "https" or "http", UserInfo: "" }, "web_address");
        errors.Text(content.DescriptionFr, "description_fr", DescriptionCharacters);
        errors.Text(content.DescriptionEn, "description_en", DescriptionCharacters);
    }

    private static void Revision(Errors errors, PracticeRevision revision)
    {
        errors.Unless(revision.About is { Revision: >= 1 }, "about.revision", 1);
        errors.Unless(IsReference(revision.AdaptedFrom), "adapted_from");
        errors.Unless(IsReference(revision.TakenFrom), "taken_from");
        errors.Unless(revision.Language is "fr" or "en", "language");
        errors.Unless(revision.TranslationOf.Length is 0 or HashBytes, "translation_of", HashBytes);
        errors.Unless(AreFewCodes(revision.Topics), "topics", FewCodes);
        errors.Unless(revision.Chime.All(chimeCodes.Contains) && revision.Chime.Distinct().Count() == revision.Chime.Count, "chime");
        errors.Unless(AreFewCodes(revision.Settings), "settings", FewCodes);
        errors.Unless(AreFewCodes(revision.Groups), "groups", FewCodes);
        errors.Unless(AreFewCodes(revision.AdaptationDeciders), "adaptation_deciders", FewCodes);
        errors.Unless(AreFewCodes(revision.AdaptedParts), "adapted_parts", FewCodes);
        errors.Unless(AreFewCodes(revision.AdaptationLevels), "adaptation_levels", FewCodes);
        errors.Unless(AreFewCodes(revision.AdaptationKinds), "adaptation_kinds", FewCodes);
        foreach (var field in PracticeRevision.Descriptor.Fields.InDeclarationOrder().Where(f => f is { FieldType: FieldType.String, IsRepeated: false, FieldNumber: not PracticeRevision.LanguageFieldNumber }))
        {
            var code = (string)field.Accessor.GetValue(revision);
            errors.Unless(IsCode(code) || code.Length == 0 && field.FieldNumber != PracticeRevision.LicenceFieldNumber, field.Name, CodeCharacters);
        }

        errors.Unless(revision.Credit is >= CreditKind.Chapter and <= CreditKind.Pseudonym, "credit");
        errors.Unless(IsTime(revision.RevisedAt), "revised_at");
    }

    private static bool IsReference(ItemReference? item) => item is null || NodeId.TryParse(item.NodeId, out _) && item.ItemId.Length == HashBytes;

    private static void Practice(Errors errors, PracticeContent content, PracticeRevision? revision)
    {
        errors.Unless(!string.IsNullOrWhiteSpace(content.Title), "title");
        errors.Line(content.Title, "title", NameCharacters);
        errors.Line(content.CreditName, "credit_name", NameCharacters);
        // A name nobody consented to must not slip through beside "credited to the chapter".
        errors.Unless(revision is null || revision.Credit == CreditKind.Chapter == (content.CreditName.Length == 0), "credit_name");
        foreach (var field in PracticeContent.Descriptor.Fields.InDeclarationOrder().Where(f => f.FieldNumber != PracticeContent.TitleFieldNumber && f.FieldNumber != PracticeContent.CreditNameFieldNumber))
        {
            errors.Text((string)field.Accessor.GetValue(content), field.Name, field.FieldNumber == PracticeContent.SummaryFieldNumber ? SummaryCharacters : ContentBytes);
        }
    }

    private static void Withdrawal(Errors errors, Withdrawal withdrawal)
    {
        Gone(errors, withdrawal.About, withdrawal.Revisions);
        errors.Unless(withdrawal.Reason is >= WithdrawalReason.Author and <= WithdrawalReason.Mistake, "reason");
    }

    private static void TakeDown(Errors errors, TakeDown takeDown)
    {
        Gone(errors, takeDown.About, takeDown.Revisions);
        errors.Unless(NodeId.TryParse(takeDown.NodeId, out _), "node_id");
        errors.Unless(takeDown.Reason is >= TakeDownReason.PersonalData and <= TakeDownReason.Other, "reason");
    }

    private static void Gone(Errors errors, Subject about, RepeatedField<uint> revisions)
    {
        errors.Unless(about is { Revision: 0, Parents.Count: 0 }, "about");
        errors.Unless(revisions.Count <= Withdrawn && revisions.All(r => r >= 1), "revisions", Withdrawn);
    }

    private static void Entry(Errors errors, DirectoryEntry entry)
    {
        errors.Unless(NodeId.TryParse(entry.NodeId, out _), "node_id");
        errors.Unless(entry.ProfileItem.Length == HashBytes, "profile_item", HashBytes);
    }

    private static void Release(Errors errors, TemplateRelease release)
    {
        errors.Unless(release.About is { Revision: >= 1 }, "about.revision", 1);
        errors.Unless(IsTemplateId(release.TemplateId), "template_id", CodeCharacters);
        errors.Unless(IsVersion(release.Version, 3), "version", 3);
        errors.Unless(release.MinimumSoftware.Length == 0 || IsVersion(release.MinimumSoftware, 2) || IsVersion(release.MinimumSoftware, 3), "minimum_software", 3);
        errors.Unless(AreLanguages(release.Languages), "languages", Languages);
        errors.Unless(IsTime(release.ReleasedAt), "released_at");
        errors.Unless(
            release.ForkedFrom is not { } origin
            || (origin.NodeId.Length == 0 || NodeId.TryParse(origin.NodeId, out _)) && IsTemplateId(origin.TemplateId) && (origin.Version.Length == 0 || IsVersion(origin.Version, 3)),
            "forked_from");
        errors.Unless(release.TemplateHash.Length == HashBytes, "template_hash", HashBytes);
    }

    private static void Figures(Errors errors, StatisticsReturn figures)
    {
        errors.Unless(
            figures.Period is [_, _, _, _, 'Q', >= '1' and <= '4'] && figures.Period[..4].All(char.IsAsciiDigit) && int.Parse(figures.Period[..4], CultureInfo.InvariantCulture) >= FirstYear,
            "period", FirstYear);
        errors.Unless(figures.SchemaVersion >= 1, "schema_version", 1);
        errors.Unless(IsCode(figures.Method), "method", CodeCharacters);
        errors.Unless(figures.Measures.Count <= Measures && figures.Measures.All(m => IsCode(m.Code) && m.Value is >= 0 and <= LargestFigure), "measures", Measures);
        errors.Unless(figures.Measures.Select(m => m.Code).Distinct().Count() == figures.Measures.Count, "measures");
        errors.Unless(IsTime(figures.ApprovedAt), "approved_at");
        errors.Unless(figures.Correction >= 1, "correction", 1);
    }

    private static bool AreLanguages(RepeatedField<string> languages) =>
        languages.Count is >= 1 and <= Languages && languages.All(l => l.Length is 2 or 3 && l.All(char.IsAsciiLetterLower));

    private static bool AreFewCodes(RepeatedField<string> codes) => codes.Count <= FewCodes && codes.All(IsCode);

    private static bool IsTemplateId(string text) => text.Length is >= 1 and <= CodeCharacters && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    // In one way of writing it: no sign, no leading zero, no number that no program can hold.
    private static bool IsVersion(string text, int numbers) =>
        text.Split('.') is var parts && parts.Length == numbers && parts.All(p => p.Length is >= 1 and <= 9 && p.All(char.IsAsciiDigit) && (p.Length == 1 || p[0] != '0'));

    private static bool IsCode(string text) =>
        text.Length is >= 1 and <= CodeCharacters && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+');

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);

    private sealed class Errors
    {
        private readonly List<Refusal> refusals = [];

        public IReadOnlyList<Refusal> All => refusals;

        public void Unless(bool fits, string field, params object[] limit)
        {
            if (!fits)
            {
                refusals.Add(Refusal.Of(Code, field, limit));
            }
        }

        public void Line(string text, string field, int most) => Unless(!text.AsSpan().ContainsAny(hiddenInLine) && IsShort(text, most), field, most);

        public void Text(string text, string field, int most) => Unless(!text.AsSpan().ContainsAny(hiddenInText) && IsShort(text, most), field, most);

        private static bool IsShort(string text, int most) => text.Length <= most || text.EnumerateRunes().Count() <= most;
    }
}

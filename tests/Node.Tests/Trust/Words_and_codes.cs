using System.Text;
using CsCheck;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Tests.Trust;

public sealed class Words_and_codes
{
    private static readonly Gen<NodeId> nodes = Gen.Byte.Array[NodeId.Bytes].Select(b => NodeId.FromBytes(b));

    [Fact]
    public void the_list_has_2048_words_in_composed_form() =>
        Assert.True(WordList.Words.Count == 2048 && WordList.Words.All(w => w.IsNormalized() && w.Length is >= 4 and <= 10 && w.All(char.IsLetter)));

    [Fact]
    public void words_give_back_their_bits() => Gen.Byte.Array[22].Sample(
        bytes => WordList.Decode(string.Join(' ', WordList.Encode(bytes, 16)), 16)!.SequenceEqual(bytes), threads: 1);

    [Fact]
    public void six_words_are_known_however_they_are_typed() => nodes.Sample(
        node =>
        {
            var words = SixWords.Of(node);
            return SixWords.Match(node, words.ToUpperInvariant().Replace(' ', '-'))
                && SixWords.Match(node, "  " + words.Normalize(NormalizationForm.FormD) + " ")
                && SixWords.Match(node, string.Join(", ", words.Split(' ').Select(w => w[..4])));
        }, threads: 1);

    [Fact]
    public void six_words_of_another_node_do_not_match() =>
        Gen.Select(nodes, nodes).Where((a, b) => a != b).Sample((a, b) => !SixWords.Match(a, SixWords.Of(b)), threads: 1);

    [Fact]
    public void five_words_are_not_six() => Assert.False(SixWords.Match(NodeId.FromBytes(new byte[20]), "abaisser abaisser abaisser abaisser abaisser"));

    [Fact]
    public void recovery_words_give_the_same_key_again_and_a_wrong_word_none()
    {
        using var key = RecoveryKey.Create();
        Assert.True(RecoveryKey.TryParse(string.Join('-', key.Words).ToUpperInvariant(), out var again));
        Assert.Equal(key.Key.Public, again.Key.Public);
        var swapped = key.Words.Reverse().ToList();
        Assert.False(RecoveryKey.TryParse(string.Join(' ', swapped.Take(12)), out _));
        Assert.False(RecoveryKey.TryParse("abaisser " + string.Join(' ', Enumerable.Repeat("zoologie", 12)), out _));
    }

    [Fact]
    public void a_node_id_is_read_only_as_it_is_written() => nodes.Sample(
        node => NodeId.TryParse(node.Value, out var read) && read == node && !NodeId.TryParse(node.Value[1..], out _)
            && !NodeId.TryParse("1" + node.Value[1..], out _) && !NodeId.TryParse(node.Value + "a", out _), threads: 1);

    [Fact]
    public void a_code_is_read_however_it_is_typed() => nodes.Sample(
        hub =>
        {
            var code = EnrolmentCode.Create(hub);
            var typed = code.Print().ToLowerInvariant().Replace('-', ' ').Replace('0', 'o').Replace('1', 'l');
            return EnrolmentCode.TryParse(typed, out var read) && read == code && read.IsFor(hub)
                && EnrolmentCode.HashOf(code.Secret)!.SequenceEqual(EnrolmentCode.HashOf(code.Secret.ToLowerInvariant())!);
        }, threads: 1);

    [Fact]
    public void a_mistyped_code_is_told() => Gen.Select(nodes, Gen.Int[0, 41], Gen.Int[1, 31], Gen.Int[0, 41], Gen.Int[0, 31]).Sample(
        (hub, first, by, second, byMore) =>
        {
            const string alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
            var typed = EnrolmentCode.Create(hub).Print().Replace("-", "", StringComparison.Ordinal).ToCharArray();
            typed[first] = alphabet[(alphabet.IndexOf(typed[first], StringComparison.Ordinal) + by) % 32];
            if (second != first)
            {
                typed[second] = alphabet[(alphabet.IndexOf(typed[second], StringComparison.Ordinal) + byMore) % 32];
            }

            return !EnrolmentCode.TryParse(new string(typed), out _);
        }, iter: 3000, threads: 1);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123456789ABCDEFGHJK")]
    [InlineData("é")]
    public void what_is_no_code_is_refused(string? typed) => Assert.False(EnrolmentCode.TryParse(typed, out _));

    [Fact]
    public void a_code_keeps_its_secret_out_of_logs()
    {
        var code = EnrolmentCode.Create(NodeId.FromBytes(new byte[20]));
        Assert.DoesNotContain(code.Secret, code.ToString(), StringComparison.Ordinal);
        Assert.False(code.IsFor(NodeId.FromBytes([1, .. new byte[19]])));
    }
}

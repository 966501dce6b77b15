using RecoveryCoP.Federation.V1;
using System.Text.Json;
using CsCheck;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Practices;

public sealed class Any_sequence_of_commands
{
    private static readonly Gen<Actor> _actor = Gen.OneOf(((Actor[])[
        Samples.Author, Samples.Executive, Samples.Nobody, Samples.Someone(3), Samples.Someone(4, "facilitator"), Samples.Someone(5, "steward"), Samples.Someone(6, "secretary", "privacy-officer")]).Select(Gen.Const).ToArray());

    private static readonly Gen<Func<Practice, Result<Practice>>> _command = Gen.Select(_actor, Gen.Int[0, 4], Gen.Int[-1, 1], Gen.Int[0, 3], Gen.Bool)
        .Select((who, command, off, choice, agrees) => new Func<Practice, Result<Practice>>(p =>
        {
            var basedOn = p.Revisions.Count + off;
            return command switch
            {
                0 => p.Do(Samples.Write(who)),
                1 => p.Do(Samples.Revise(who, basedOn, $"Titre {choice}")),
                2 => p.Do(new ShareInChapter(who, basedOn)),
                3 => p.Do(new ShareInNetwork(who, basedOn, agrees)),
                _ => p.Do(new WithdrawPractice(who, (WithdrawalReason)choice)),
            };
        }));

    [Fact]
    public void leads_to_a_legal_state_forward_only_and_loses_no_revision() => _command.Array[1, 25].Sample(commands =>
    {
        var practice = new Practice();
        foreach (var command in commands)
        {
            var outcome = command(practice);
            Assert.Equal(outcome.Succeeded, outcome.Value is not null);
            var next = outcome.Value ?? practice;
            AssertLegal(next);
            Assert.True(next.State >= practice.State);
            Assert.Equal(practice.Revisions.Select(r => r.TextHash), next.Revisions.Take(practice.Revisions.Count).Select(r => r.TextHash));
            Assert.True(practice.NetworkShare is null || practice.NetworkShare == next.NetworkShare);
            practice = next;
        }
    }, iter: 3000);

    [Fact]
    public void is_the_same_after_being_put_away_as_json() => _command.Array[1, 15].Sample(commands =>
    {
        var practice = commands.Aggregate(new Practice(), (p, command) => command(p).Value ?? p);
        var json = JsonSerializer.Serialize(practice, GrainJson.Options);

        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Practice>(json, GrainJson.Options), GrainJson.Options));
    }, iter: 500);

    [Fact]
    public void keeps_what_a_newer_program_wrote()
    {
        var json = JsonSerializer.Serialize(Samples.Draft(), GrainJson.Options)
            .Replace("\"author\":", "\"mood\":{\"calm\":true},\"author\":", StringComparison.Ordinal)
            .Replace("\"textHash\":", "\"pages\":3,\"textHash\":", StringComparison.Ordinal)
            .Replace("\"choices\":", "\"season\":\"spring\",\"choices\":", StringComparison.Ordinal);

        var practice = JsonSerializer.Deserialize<Practice>(json, GrainJson.Options)!.Do(Samples.Revise(Samples.Author, 1)).Value;
        var again = JsonSerializer.Serialize(practice, GrainJson.Options);

        Assert.Contains("\"mood\":{\"calm\":true}", again, StringComparison.Ordinal);
        Assert.Contains("\"pages\":3", again, StringComparison.Ordinal);
        Assert.Contains("\"season\":\"spring\"", again, StringComparison.Ordinal);
    }

    private static void AssertLegal(Practice practice)
    {
        Assert.Equal(practice.Exists, practice.Revisions.Count > 0);
        Assert.Equal(practice.Exists, practice.Author != Guid.Empty);
        Assert.Equal(Enumerable.Range(1, practice.Revisions.Count), practice.Revisions.Select(r => r.Number));
        Assert.Equal(practice.State == PracticeState.Withdrawn, practice.Withdrawal is not null);
        Assert.True(practice.State != PracticeState.SharedInNetwork || practice.NetworkShare is not null);
        Assert.True(practice.State != PracticeState.Draft || (practice.SharedInChapterAt is null && practice.NetworkShare is null));
        Assert.True(practice.NetworkShare is null || (practice.SharedInChapterAt is not null && practice.NetworkShare.FromRevision <= practice.Current.Number));
        Assert.True(!practice.Erased || practice.Title.Length == 0);
    }
}

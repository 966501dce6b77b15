using RecoveryCoP.Hub;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Benchmarks.Nodes;

/// <summary>What an operator does when a chapter comes to the hub.</summary>
internal static class Admission
{
    private static readonly Actor _operator = new(new Guid("01890a5d-ac96-774b-bcce-b302099a8058"), [HubRoles.Operator]);

    /// <summary>A code for one chapter.</summary>
    public static async Task<string> Code(RunningNode hub, CancellationToken cancel)
    {
        var code = await hub.Service<EnrolmentCodes>().Make(_operator, "", cancel);
        Done(code.WithoutValue);
        return code.Value!.Print();
    }

    /// <summary>Admits a chapter that used one.</summary>
    public static async Task Admit(RunningNode hub, NodeId chapter, CancellationToken cancel)
    {
        var enrolled = await hub.Service<EnrolmentStore>().Find(chapter, cancel);
        Done(await hub.Service<Admissions>().Admit(enrolled!, _operator, wordsMatch: true, cancel));
    }

    public static void Done(Result outcome)
    {
        if (!outcome.Succeeded)
        {
            throw new InvalidOperationException(string.Join(", ", outcome.Refusals));
        }
    }
}

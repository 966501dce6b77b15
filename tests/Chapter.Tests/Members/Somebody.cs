using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.Members;

/// <summary>People to try the rules with.</summary>
internal static class Somebody
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    public static readonly Guid Camille = Guid.Parse("01890a5d-ac96-774b-bcce-000000000001");
    public static readonly Guid Dominique = Guid.Parse("01890a5d-ac96-774b-bcce-000000000002");

    public static readonly Guid Stay = Guid.Parse("01890a5d-ac96-774b-bcce-000000000003");

    public static Actor As(Guid id, string role = "") => new(id, role.Length == 0 ? [] : [role]);
}

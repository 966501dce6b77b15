using System.Text;

namespace RecoveryCoP.Testing;

/// <summary>An assembly with nothing in it but one step of a schema: what a version to come may bring.</summary>
/// <param name="file">As steps are embedded: <c>Later/Schema/900-later.sql</c>.</param>
/// <param name="sql">Its statements.</param>
public sealed class OneStep(string file, string sql) : Assembly
{
    /// <inheritdoc />
    public override string[] GetManifestResourceNames() => [file];

    /// <inheritdoc />
    public override Stream? GetManifestResourceStream(string name) => new MemoryStream(Encoding.UTF8.GetBytes(sql));
}

using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace RecoveryCoP.Node.Storage;

/// <summary>
/// How ids and times stand in a column. PostgreSQL has types of its own for them; in SQLite an id is its lower-case text, as it is in the
/// grains' JSON (the driver alone would write it in upper case and never find it again), and a time is ISO 8601 in UTC, which sorts as text.
/// Both keep microseconds and drop what is finer.
/// </summary>
internal static class ColumnTypes
{
    public static void Register()
    {
        SqlMapper.RemoveTypeMap(typeof(Guid));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.AddTypeHandler(new GuidColumn());
        SqlMapper.AddTypeHandler(new TimeColumn());
        DefaultTypeMap.MatchNamesWithUnderscores = true;
    }

    /// <summary>A value as the parameter's engine keeps it, for those who set parameters themselves.</summary>
    public static object For(IDbDataParameter parameter, object? value) => value switch
    {
        null => DBNull.Value,
        _ when parameter is SqliteParameter => ForSqlite(value),
        DateTimeOffset time => time.ToUniversalTime(),
        _ => value,
    };

    /// <summary>A value as SQLite keeps it.</summary>
    public static object ForSqlite(object value) => value switch
    {
        Guid id => id.ToString(),
        DateTimeOffset time => time.UtcDateTime.ToString(TimeColumn.Format, CultureInfo.InvariantCulture),
        _ => value,
    };

    private sealed class GuidColumn : SqlMapper.TypeHandler<Guid>
    {
        public override Guid Parse(object value) => value is Guid guid ? guid : Guid.Parse((string)value);

        public override void SetValue(IDbDataParameter parameter, Guid value) => parameter.Value = For(parameter, value);
    }

    private sealed class TimeColumn : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public const string Format = "yyyy-MM-ddTHH:mm:ss.ffffffZ";

        public override DateTimeOffset Parse(object value) => value switch
        {
            DateTimeOffset time => time,
            DateTime time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
            _ => DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        };

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = For(parameter, value);
    }
}

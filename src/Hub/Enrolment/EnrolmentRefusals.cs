namespace RecoveryCoP.Hub.Enrolment;

/// <summary>Why a decision about a chapter was refused.</summary>
public static class EnrolmentRefusals
{
}

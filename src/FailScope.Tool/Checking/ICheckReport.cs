namespace FailScope.Tool.Checking;

/// <summary>Prints what a check has to report, in one format.</summary>
internal interface ICheckReport
{
    void Write(CheckResult result);
}

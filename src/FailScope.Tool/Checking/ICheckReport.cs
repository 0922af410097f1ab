namespace FailScope.Tool.Checking;

/// <summary>Prints the result of a check in one format.</summary>
internal interface ICheckReport
{
    void Write(CheckResult result);
}

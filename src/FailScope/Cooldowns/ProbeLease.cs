namespace FailScope;

/// <summary>The right of one request to call a model that is cooling. One lease covers all cool-downs that block the model.</summary>
internal sealed class ProbeLease;

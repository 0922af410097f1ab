namespace FailScope;

/// <summary>The right of one request to call a model that is cooling: one for all the cool-downs that keep the model away.</summary>
internal sealed class ProbeLease;

namespace ImageService.Mutants;

/// <summary>One change of the code, which can be switched on.</summary>
/// <param name="Id">Its number: the order in which it is found, so that it stays when others are left out.</param>
/// <param name="File">The file, relative to the root of the repository.</param>
/// <param name="Line">The line in the original.</param>
/// <param name="Original">The code that is there.</param>
/// <param name="Mutated">What it becomes.</param>
internal sealed record SourceMutant(int Id, string File, int Line, string Original, string Mutated)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}  #{Id}\n    - {Original}\n    + {Mutated}";
}

namespace ImageService.E2E.Programs;

/// <summary>The signals that end a program, with the numbers that every Unix gives them: HUP, INT, TERM.</summary>
public enum Signal
{
    /// <summary>The terminal was closed.</summary>
    Hangup = 1,

    /// <summary>Ctrl+C.</summary>
    Interrupt = 2,

    /// <summary>What a service manager sends.</summary>
    Terminate = 15,
}

namespace EmbeddedAws.ApiGateway;

/// <summary>The time after which a <see cref="Quota"/> is whole again.</summary>
public enum QuotaPeriod
{
    /// <summary>Midnight.</summary>
    Day,

    /// <summary>The beginning of Sunday.</summary>
    Week,

    /// <summary>The beginning of the first of a month.</summary>
    Month,
}

using EmbeddedAws.DynamoDb.Expressions;
using EmbeddedAws.DynamoDb.Values;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>How items are read by key: which parts, and whether the read is consistent.</summary>
internal sealed class ItemProjection
{
    private readonly Placeholders _names;
    private readonly string? _text;
    private ProjectionExpression? _projection;

    /// <param name="request">The read.</param>
    /// <param name="canBeConsistent">Whether the read can ask for consistency: a transaction's always has it.</param>
    public ItemProjection(RequestReader request, bool canBeConsistent = true)
    {
        _names = new Placeholders(request, withValues: false);
        _text = request.Text("ProjectionExpression");
        Consistent = canBeConsistent && request.Boolean("ConsistentRead") == true;
    }

    public bool Consistent { get; }

    public void Parse()
    {
        _names.Check(_text is not null, "");
        if (_text is not null)
            _projection = ProjectionExpression.Parse(_text, _names);
        _names.CheckAllUsed();
    }

    public MapValue Of(MapValue item) => _projection?.Project(item) ?? item;
}

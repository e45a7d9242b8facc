using System.Text.Json;
using System.Text.RegularExpressions;
using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Values;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Expressions;

/// <summary>The <c>#names</c> and <c>:values</c> of a request; each of them has to be used.</summary>
internal sealed partial class Placeholders
{
    private const string NamesMember = "ExpressionAttributeNames";
    private const string ValuesMember = "ExpressionAttributeValues";

    /// <summary>2 MB of all values: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-expression-parameters.</summary>
    private const int LargestValues = 2 * 1024 * 1024;

    private readonly RequestReader? _nameMembers;
    private readonly RequestReader? _valueMembers;
    private readonly Dictionary<string, string> _names;
    private readonly Dictionary<string, JsonElement> _rawValues;
    private readonly Dictionary<string, AttributeValue> _values = [];
    private readonly HashSet<string> _used = [];

    /// <param name="request">The request, or the part of it that has its own placeholders.</param>
    /// <param name="withValues">Whether the operation takes values: a projection has none.</param>
    public Placeholders(RequestReader request, bool withValues)
    {
        _nameMembers = request.Structure(NamesMember);
        _valueMembers = withValues ? request.Structure(ValuesMember) : null;
        _names = _nameMembers?.Names.ToDictionary(key => key, key => _nameMembers.Text(key) ?? "") ?? [];
        _rawValues = _valueMembers?.Names.ToDictionary(key => key, key => _valueMembers.Member(key) ?? default) ?? [];
    }

    /// <summary>Checks what holds whether or not an expression uses a placeholder.</summary>
    /// <param name="anyExpression">Whether the request has an expression at all.</param>
    /// <param name="missing">What AWS says is missing where it has none but has values.</param>
    public void Check(bool anyExpression, string missing)
    {
        if (_nameMembers is not null)
            CheckNames(anyExpression);
        if (_valueMembers is not null)
            CheckValues(anyExpression, missing);
    }

    public string Name(string kind, string placeholder)
    {
        _used.Add(placeholder);
        return _names.GetValueOrDefault(placeholder) ?? throw ExpressionErrors.UndefinedName(kind, placeholder);
    }

    public AttributeValue Value(string kind, string placeholder)
    {
        _used.Add(placeholder);
        return _values.GetValueOrDefault(placeholder) ?? throw ExpressionErrors.UndefinedValue(kind, placeholder);
    }

    /// <summary>Checks, after all expressions are parsed, that every placeholder was used.</summary>
    public void CheckAllUsed()
    {
        CheckAllUsed(NamesMember, _names.Keys);
        CheckAllUsed(ValuesMember, _values.Keys);
    }

    private static void CheckKey(string kind, string key, char sign)
    {
        if (!Characters().IsMatch(key) || key[0] != sign)
            throw PlaceholderErrors.InvalidKey(kind, key);
    }

    [GeneratedRegex(@"\A[#:][A-Za-z0-9_]+\z")]
    private static partial Regex Characters();

    private void CheckNames(bool anyExpression)
    {
        if (!anyExpression)
            throw PlaceholderErrors.NoExpressions(NamesMember, null);
        if (_names.Count == 0)
            throw PlaceholderErrors.Empty(NamesMember);
        foreach (var (key, name) in _names)
        {
            CheckKey(NamesMember, key, '#');
            if (name.Length == 0)
                throw PlaceholderErrors.InvalidValue(NamesMember, "Empty attribute name", key);
            ValueReader.CheckLength(name);
        }
    }

    private void CheckValues(bool anyExpression, string missing)
    {
        if (!anyExpression)
            throw PlaceholderErrors.NoExpressions(ValuesMember, missing);
        if (_rawValues.Count == 0)
            throw PlaceholderErrors.Empty(ValuesMember);
        foreach (var (key, value) in _rawValues)
        {
            CheckKey(ValuesMember, key, ':');
            _values.Add(key, Read(key, value));
        }

        if (_values.Values.Sum(value => (long)value.Size) > LargestValues)
            throw PlaceholderErrors.TooLarge(ValuesMember);
    }

    private static AttributeValue Read(string key, JsonElement json)
    {
        try
        {
            return ValueReader.Read(json);
        }
        catch (DynamoDbException invalid) when (invalid.IsValidation)
        {
            throw PlaceholderErrors.InvalidValue(ValuesMember, invalid.Message, key);
        }
    }

    private void CheckAllUsed(string kind, IEnumerable<string> keys)
    {
        var unused = keys.Where(key => !_used.Contains(key)).ToList();
        if (unused.Count > 0)
            throw PlaceholderErrors.Unused(kind, unused);
    }
}

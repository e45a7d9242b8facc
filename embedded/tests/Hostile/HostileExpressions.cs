namespace EmbeddedAws.Tests.Hostile;

/// <summary>Alters expressions of DynamoDB.</summary>
internal sealed class HostileExpressions(Random random)
{
    private static readonly string[] Tokens =
    [
        "AND", "OR", "NOT", "BETWEEN", "IN", "SET", "REMOVE", "ADD", "DELETE", "set", "(", ")", "((", "))", "[", "]", "[0]", "[-1]", "[99999999999999999999]", "[1.5]", "[\u0661]", ".", "..", ",", "=", "<>", "==", "<", ">=", "+", "-", "*", ":", "#", ":a", ":b", "#a", ":\u00fc", "#\u00fc", "#a.b", ":a:b",
        "a.b.c", "id", "owner", "size", "size(a)", "size()", "size(size(a))", "attribute_exists(a)", "attribute_type(a, :a)", "begins_with(a, b, :a)", "contains(:a, a)", "if_not_exists(a, :a)", "list_append(:a, :a)", "\u00a0", "\t", "\n", "\0", "\u200b", "\ufeff", "\u00e9", "\U0001f333", "\"a\"", "'a'", "`a`", "1", "1e5", "--", "/*", ";", "\\", "$", "{", "&", "|",
    ];

    /// <summary>Alters one.</summary>
    public string Alter(string expression) => random.Next(14) switch
    {
        0 => $"{new string('(', random.Next(400))}{expression}{new string(')', random.Next(400))}",
        1 => $"{string.Concat(Enumerable.Repeat("NOT ", random.Next(500)))}{expression}",
        2 => string.Join(random.Pick(" AND ", " OR "), Enumerable.Repeat(expression, random.Next(1, 120))),
        3 => $"{expression} AND {string.Join('.', Enumerable.Repeat("a", random.Next(1, 1500)))} = :a",
        4 => $"{expression}{string.Concat(Enumerable.Repeat("[0]", random.Next(1, 1300)))}",
        5 => $"{expression} AND a IN ({string.Join(", ", Enumerable.Repeat(":a", random.Pick(1, 100, 101, 1000)))})",
        6 => expression[..random.Next(expression.Length + 1)],
        7 => new string('a', random.Pick(255, 256, 4096, 4097, 70_000)),
        8 => $"{expression}, {string.Join(", ", Enumerable.Range(0, random.Next(400)).Select(number => $"a{number} = :a"))}",
        9 => string.Concat(Enumerable.Repeat("size(", random.Next(900))),
        _ => Inserted(expression, random.Next(1, 5)),
    };

    private string Inserted(string expression, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var at = random.Next(expression.Length + 1);
            expression = $"{expression[..at]}{random.Pick("", " ")}{random.Pick(Tokens)}{random.Pick("", " ")}{expression[at..]}";
        }

        return expression;
    }
}

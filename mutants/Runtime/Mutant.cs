#nullable enable
#pragma warning disable

using System;
using System.Collections.Generic;
using System.IO;
using System.IO.MemoryMappedFiles;
using System.Threading;

/// <summary>Which mutant is switched on, and which were reached. This file is added to the project that is mutated.</summary>
public static class Mutant
{
    /// <summary>The mutant that is on; 0 for none. Child processes inherit it.</summary>
    public static volatile int Active = int.TryParse(Environment.GetEnvironmentVariable("MUTANT"), out var id) ? id : 0;

    /// <summary>Whether this process has executed the mutant that is on.</summary>
    public static volatile bool Hit;

    // A file, so that processes that are killed count as well: a byte for each mutant.
    private static readonly MemoryMappedViewAccessor? Reached = Open(Environment.GetEnvironmentVariable("MUTANTS_REACHED"));
    private static readonly object?[] Values = new object?[50_000];

    // What is reached while values of static fields are made, by thread.
    [ThreadStatic]
    private static HashSet<int>? _reading;
    private static int _readers;

    /// <summary>Whether this mutant is on.</summary>
    public static bool Is(int id)
    {
        if (Reached is not null || _readers > 0)
            Note(id);
        if (id != Active)
            return false;
        Hit = true;
        return true;
    }

    /// <summary>The value of what was a static field: one for each mutant that plays a role in it, and one for all others.</summary>
    public static T Kept<T>(int slot, Func<T> make)
    {
        var kept = Values[slot] ?? Interlocked.CompareExchange(ref Values[slot], new KeptValue<T>(), null) ?? Values[slot];
        return ((KeptValue<T>)kept!).Get(make);
    }

    private static void Note(int id)
    {
        Reached?.Write(id, (byte)1);
        _reading?.Add(id);
    }

    private static MemoryMappedViewAccessor? Open(string? path) => path is null ? null
        : MemoryMappedFile.CreateFromFile(new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite), null, 0, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, false).CreateViewAccessor();

    private sealed class KeptValue<T>
    {
        private readonly Dictionary<int, T> _values = [];
        private volatile HashSet<int> _reaches = [];

        public T Get(Func<T> make)
        {
            var active = Active;
            if (Reached is not null || _readers > 0)
            {
                foreach (var id in _reaches)
                    Note(id);
            }

            lock (this)
            {
                if (Find(active, out var value))
                    return value;
                value = Make(make);
                _values[_reaches.Contains(active) ? active : 0] = value;
                return value;
            }
        }

        private bool Find(int active, out T value)
        {
            var matters = _reaches.Contains(active);
            Hit |= matters;
            return _values.TryGetValue(matters ? active : 0, out value!);
        }

        private T Make(Func<T> make)
        {
            var outer = _reading;
            var reading = _reading = [];
            Interlocked.Increment(ref _readers);
            try
            {
                return make();
            }
            finally
            {
                Interlocked.Decrement(ref _readers);
                _reading = outer;
                outer?.UnionWith(reading);
                reading.UnionWith(_reaches);
                _reaches = reading;
            }
        }
    }
}

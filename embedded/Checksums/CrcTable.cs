using System.Buffers.Binary;

namespace EmbeddedAws.Checksums;

/// <summary>The table that drives a reflected CRC of up to 64 bits, eight bytes a step.</summary>
internal sealed class CrcTable
{
    public static readonly CrcTable Crc32 = new(0xEDB88320);
    public static readonly CrcTable Crc32C = new(0x82F63B78);

    /// <summary>The CRC-64 of NVM Express: NVM Command Set Specification 1.0, section 5.2.1.3.4.</summary>
    public static readonly CrcTable Crc64Nvme = new(0x9A6C9329AC4BC9B5);

    private const int Steps = 8;

    /// <summary>Entry <c>256 * n + b</c>: what the byte b adds to the register when n more bytes follow it in the step.</summary>
    private readonly ulong[] _entries = new ulong[256 * Steps];

    private CrcTable(ulong reflectedPolynomial)
    {
        for (var b = 0; b < 256; b++)
        {
            var entry = (ulong)b;
            for (var bit = 0; bit < 8; bit++)
                entry = (entry & 1) == 0 ? entry >> 1 : (entry >> 1) ^ reflectedPolynomial;
            _entries[b] = entry;
        }

        for (var at = 256; at < _entries.Length; at++)
            _entries[at] = Next(_entries[at - 256], 0);
    }

    public ulong Update(ulong register, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= Steps; bytes = bytes[Steps..])
        {
            var block = BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ register;
            register = 0;
            for (var step = 0; step < Steps; step++)
                register ^= _entries[(256 * (Steps - 1 - step)) + (int)((block >> (8 * step)) & 0xFF)];
        }

        foreach (var b in bytes)
            register = Next(register, b);
        return register;
    }

    private ulong Next(ulong register, byte b) => _entries[(int)((register ^ b) & 0xFF)] ^ (register >> 8);
}

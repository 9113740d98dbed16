using System.Security.Cryptography;
using System.Text;

namespace CnnCourse.Notebooks.Transport;

/// <summary>HMAC-SHA256 over the four JSON frames of a message, in hexadecimal.</summary>
internal sealed class Signer(string key)
{
    private readonly byte[] key = Encoding.UTF8.GetBytes(key);

    public byte[] Sign(ReadOnlySpan<byte[]> frames)
    {
        if (key.Length == 0)
            return [];
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var frame in frames)
            hash.AppendData(frame);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Takes the same time however much of the signature is right.</summary>
    public bool IsSigned(ReadOnlySpan<byte[]> frames, byte[] signature) =>
        key.Length == 0 || CryptographicOperations.FixedTimeEquals(Sign(frames), signature);
}

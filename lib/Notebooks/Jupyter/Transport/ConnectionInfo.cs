using System.Globalization;
using System.Net;
using System.Text.Json;
using CnnCourse.Notebooks.Protocol;

namespace CnnCourse.Notebooks.Transport;

/// <summary>What a client writes into the connection file.</summary>
internal sealed record ConnectionInfo(
    string Ip, int ShellPort, int ControlPort, int StdinPort, int IopubPort, int HbPort,
    string Key = "", string Transport = "tcp", string SignatureScheme = "hmac-sha256")
{
    /// <exception cref="IOException">The file is missing, damaged, or asks for something unsafe.</exception>
    public static ConnectionInfo Load(string path, bool allowEmptyKey)
    {
        ConnectionInfo info;
        try
        {
            info = JsonSerializer.Deserialize(File.ReadAllBytes(path), Wire.Default.ConnectionInfo)
                ?? throw new JsonException("it is null");
        }
        catch (JsonException bad)
        {
            throw new IOException($"{path} is not a Jupyter connection file: {bad.Message}", bad);
        }
        if (info.Transport != "tcp")
            throw new IOException($"{path} asks for the transport \"{info.Transport}\"; this kernel speaks tcp.");
        if (!IsLoopback(info.Ip))
            throw new IOException($"{path} asks to listen on {info.Ip}; this kernel runs code for whoever can reach it, so it listens on loopback (127.0.0.1) only.");
        if (info.SignatureScheme != "hmac-sha256")
            throw new IOException($"{path} asks for the signature scheme \"{info.SignatureScheme}\"; this kernel signs with hmac-sha256.");
        if (info.Key.Length == 0 && !allowEmptyKey)
            throw new IOException($"{path} has an empty key, so anyone on this machine could run code in the kernel. Let the client make a key, or allow an empty one on purpose.");
        return info;
    }

    public string Endpoint(int port) => string.Create(CultureInfo.InvariantCulture, $"tcp://{(Ip == "localhost" ? "127.0.0.1" : Ip)}:{port}");

    private static bool IsLoopback(string ip) => ip == "localhost" || IPAddress.TryParse(ip, out var address) && IPAddress.IsLoopback(address);
}

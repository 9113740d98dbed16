using System.Text;
using CnnCourse.Notebooks.Transport;

namespace CnnCourse.Notebooks.Tests;

public sealed class TransportTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Signs_as_Python_does()
    {
        byte[][] frames = [.. new[] { "{\"msg_id\": 1}", "{}", "{}", "{\"code\": \"é\"}" }.Select(Encoding.UTF8.GetBytes)];
        var python = Python.Run("-c", "import hashlib, hmac; print(hmac.new(b'secret-key', b''.join(p.encode() for p in ['{\"msg_id\": 1}', '{}', '{}', '{\"code\": \"é\"}']), hashlib.sha256).hexdigest(), end='')");
        var signer = new Signer("secret-key");
        Assert.Equal(python, Encoding.ASCII.GetString(signer.Sign(frames)));
        Assert.True(signer.IsSigned(frames, Encoding.ASCII.GetBytes(python)));
        Assert.False(signer.IsSigned(frames, Encoding.ASCII.GetBytes(python.Replace(python[0], 'x'))));
        Assert.False(signer.IsSigned(frames, []));
    }

    [Theory]
    [InlineData("no delimiter", "a", "b")]
    [InlineData("4 parts", "<IDS|MSG>", "", "{}", "{}", "{}")]
    [InlineData("malformed JSON", "<IDS|MSG>", "", "{\"msg_id\":\"1\",\"msg_type\":\"x\"}", "{}", "{}", "{")]
    [InlineData("malformed JSON", "<IDS|MSG>", "", "{\"msg_id\":\"1\"}", "{}", "{}", "{}")]
    [InlineData("malformed JSON", "<IDS|MSG>", "", "{\"msg_id\":\"1\",\"msg_type\":\"x\"}", "{}", "{}", "[]")]
    public void A_damaged_message_is_refused_with_its_reason(string reason, params string[] frames)
    {
        Assert.Null(Envelope.TryRead([.. frames.Select(Encoding.UTF8.GetBytes)], new Signer(""), out var found));
        Assert.Contains(reason, found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", "k", null)]
    [InlineData("localhost", "k", null)]
    [InlineData("0.0.0.0", "k", "loopback (127.0.0.1) only")]
    [InlineData("192.168.1.7", "k", "loopback (127.0.0.1) only")]
    [InlineData("127.0.0.1", "", "has an empty key")]
    public void Listens_on_loopback_and_with_a_key_only(string ip, string key, string? refusal)
    {
        var path = Write($$"""{ "ip": "{{ip}}", "transport": "tcp", "key": "{{key}}", "signature_scheme": "hmac-sha256", "shell_port": 1, "control_port": 2, "stdin_port": 3, "iopub_port": 4, "hb_port": 5, "kernel_name": "" }""");
        if (refusal is null)
            Assert.Equal("tcp://127.0.0.1:4", ConnectionInfo.Load(path, allowEmptyKey: false).Endpoint(4));
        else
            Assert.Contains(refusal, Assert.Throws<IOException>(() => ConnectionInfo.Load(path, allowEmptyKey: false)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_key_can_be_allowed_on_purpose() =>
        Assert.Equal("", ConnectionInfo.Load(Write("""{ "ip": "127.0.0.1", "key": "", "shell_port": 1, "control_port": 2, "stdin_port": 3, "iopub_port": 4, "hb_port": 5 }"""), allowEmptyKey: true).Key);

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("null")]
    public void A_damaged_connection_file_is_named(string text)
    {
        var path = Write(text);
        Assert.StartsWith($"{path} is not a Jupyter connection file", Assert.Throws<IOException>(() => ConnectionInfo.Load(path, true)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_connection_file_is_an_error() =>
        Assert.Throws<FileNotFoundException>(() => ConnectionInfo.Load(Path.Combine(folder, "none.json"), true));

    private string Write(string text)
    {
        var path = Path.Combine(folder, "connection.json");
        File.WriteAllText(path, text);
        return path;
    }
}

using System.Text;

namespace CnnCourse.Notebooks;

/// <summary>The console of this process: text written by a cell goes to that cell, all other text where it always went.</summary>
internal sealed class ConsoleRouter(string stream, TextWriter otherwise) : TextWriter
{
    private static readonly Lock Gate = new();
    private static bool isInstalled;

    public static void Install()
    {
        lock (Gate)
        {
            if (isInstalled)
                return;
            isInstalled = true;
            Console.SetOut(new ConsoleRouter("stdout", Console.Out));
            Console.SetError(new ConsoleRouter("stderr", Console.Error));
            Console.SetIn(new Input(Console.In));
        }
    }

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (CellContext.Current is { } cell)
            cell.Write(stream, buffer);
        else
            otherwise.Write(buffer);
    }

    public override void WriteLine(string? value) => Write(value + "\n");

    public override void Flush()
    {
        if (CellContext.Current is { } cell)
            cell.Streams.Flush();
        else
            otherwise.Flush();
    }

    private sealed class Input(TextReader otherwise) : TextReader
    {
        private string line = "";
        private int position;

        public override int Peek() => CellContext.Current is null ? otherwise.Peek() : Fill() ? line[position] : -1;

        public override int Read() => CellContext.Current is null ? otherwise.Read() : Fill() ? line[position++] : -1;

        public override string? ReadLine()
        {
            if (CellContext.Current is not { } cell)
                return otherwise.ReadLine();
            if (position < line.Length)
            {
                var rest = line[position..].TrimEnd('\n');
                position = line.Length;
                return rest;
            }
            return cell.ReadLine("");
        }

        private bool Fill()
        {
            if (position < line.Length)
                return true;
            if (ReadLine() is not { } next)
                return false;
            (line, position) = (next + "\n", 0);
            return true;
        }
    }
}

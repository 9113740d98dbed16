using System.Formats.Tar;
using System.IO.Compression;

namespace CnnCourse.Data;

/// <summary>Unpacks Caltech-101: a zip file that holds a gzipped tar file of pictures.</summary>
internal static class Caltech
{
    private const string Categories = "101_ObjectCategories", Clutter = "BACKGROUND_Google";

    public static ImageFolder Open(string folder)
    {
        var target = Path.Combine(folder, Categories);
        if (!Directory.Exists(target)) Unpack(Path.Combine(folder, "caltech-101.zip"), target);
        return ImageFolder.Open(target, except: Clutter);
    }

    // Into a folder of another name first: what is there under its own name is whole.
    private static void Unpack(string archive, string target)
    {
        var draft = Directory.CreateDirectory(target + ".part").FullName;
        try
        {
            using var zip = ZipFile.OpenRead(archive);
            var entry = zip.Entries.FirstOrDefault(e => e.Name == Categories + ".tar.gz")
                ?? throw new BadDataException(archive, $"a zip file without {Categories}.tar.gz", "Caltech-101's archive");
            using var pictures = new GZipStream(entry.Open(), CompressionMode.Decompress);
            TarFile.ExtractToDirectory(pictures, draft, overwriteFiles: true);
            Directory.Move(Path.Combine(draft, Categories), target);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or DirectoryNotFoundException)
        {
            throw new BadDataException(archive, $"a damaged archive ({e.Message.TrimEnd('.')})", "Caltech-101's archive", e);
        }
        finally
        {
            Directory.Delete(draft, recursive: true);
        }
    }
}

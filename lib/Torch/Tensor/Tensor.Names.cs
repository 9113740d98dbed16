using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The dimensions' names, null for one that has none.</summary>
        public string[] names
        {
            get
            {
                Shim.Check(Shim.ct_names(Handle, out var text), nameof(names));
                GC.KeepAlive(this);
                return text == 0 ? new string[ndim] : Array.ConvertAll(Shim.Take(text).Split(','), name => name == "*" ? null! : name);
            }
        }

        public bool has_names() => Array.Exists(names, name => name is not null);

        /// <summary>Names the dimensions of this tensor; null takes all names away.</summary>
        public Tensor rename_(IEnumerable<string?>? names)
        {
            Shim.Check(Shim.ct_set_names(Handle, names is null ? null : string.Join(',', names.Select(name => name ?? "*"))), nameof(rename_));
            GC.KeepAlive(this);
            return this;
        }

        /// <summary>A view of this tensor with other names.</summary>
        public Tensor rename(IEnumerable<string?>? names) => Aten.alias.Call(this).rename_(names);

        public Tensor refine_names(params string[] names) => refine_names((IEnumerable<string>)names);

        /// <summary>Names the dimensions that have no name yet.</summary>
        public Tensor refine_names(IEnumerable<string> names)
        {
            var (old, wanted) = (this.names, names.ToArray());
            if (old.Length != wanted.Length || old.Zip(wanted).Any(pair => pair.First is not null && pair.First != pair.Second))
                throw new ArgumentException($"names [{string.Join(", ", old)}] cannot be refined to [{string.Join(", ", wanted)}].", nameof(names));
            return rename(wanted);
        }

        public Tensor align_to(params string[] names) => align_to((IEnumerable<string>)names);

        /// <summary>The dimensions in the order of the names; a name that this tensor lacks becomes a dimension of one.</summary>
        public Tensor align_to(IEnumerable<string> names)
        {
            using var scope = NewDisposeScope();
            var (old, wanted) = (this.names, names.ToArray());
            if (Array.Find(old, name => !wanted.Contains(name)) is { } lost) throw new ArgumentException($"dimension {lost} is not among [{string.Join(", ", wanted)}].", nameof(names));
            var (plain, added) = (rename(null), old.ToList());
            foreach (var name in wanted.Where(name => !old.Contains(name)))
            {
                plain = plain.unsqueeze(-1);
                added.Add(name);
            }
            return plain.permute(Array.ConvertAll(wanted, name => (long)added.IndexOf(name))).rename_(wanted).MoveToOuterDisposeScope();
        }

        public Tensor align_as(Tensor other) => align_to(other.names);

        /// <summary>Joins neighbouring dimensions, given by name, under a new name.</summary>
        public Tensor flatten(IList<string> dims, string out_dim)
        {
            using var scope = NewDisposeScope();
            var (old, first) = (names, Place(dims[0]));
            if (!old.Skip(first).Take(dims.Count).SequenceEqual(dims)) throw new ArgumentException($"[{string.Join(", ", dims)}] are no neighbours in [{string.Join(", ", old)}].", nameof(dims));
            return rename(null).flatten(first, first + dims.Count - 1).rename_([.. old[..first], out_dim, .. old[(first + dims.Count)..]]).MoveToOuterDisposeScope();
        }

        /// <summary>Splits a dimension, given by name, into several with a name and a size each.</summary>
        public Tensor unflatten(string dim, params (string, long)[] sizes)
        {
            using var scope = NewDisposeScope();
            var (old, place) = (names, Place(dim));
            return rename(null).unflatten(place, Array.ConvertAll(sizes, s => s.Item2)).rename_([.. old[..place], .. sizes.Select(s => s.Item1), .. old[(place + 1)..]]).MoveToOuterDisposeScope();
        }

        private int Place(string name) => Array.IndexOf(names, name) is >= 0 and var place ? place
            : throw new ArgumentException($"there is no dimension {name} in [{string.Join(", ", names)}].", nameof(name));
    }
}

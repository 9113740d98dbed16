namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module that calls functions before and after its forward pass.</summary>
        public class HookableModule<TPreHook, TPostHook> : Module
        {
            private Hooks? hooks;

            protected HookableModule(string name) : base(name)
            {
            }

            /// <summary>Nothing is to be called: the usual case, and the fast one.</summary>
            private protected bool HasNoHooks => hooks is null;

            private protected TPreHook[] PreHooks => hooks!.Pre.Values.ToArray();
            private protected TPostHook[] PostHooks => hooks!.Post.Values.ToArray();

            private protected void BeforeForward()
            {
                foreach (var hook in hooks!.ModulePre.Values.ToArray()) hook(this);
            }

            private protected void AfterForward()
            {
                foreach (var hook in hooks?.ModulePost.Values.ToArray() ?? []) hook(this);
            }

            public HookRemover register_forward_hook(TPostHook hook) => Register(h => h.Post, hook);
            public HookRemover register_forward_pre_hook(TPreHook hook) => Register(h => h.Pre, hook);
            public HookRemover register_forward_hook(Action<Module> hook) => Register(h => h.ModulePost, hook);
            public HookRemover register_forward_pre_hook(Action<Module> hook) => Register(h => h.ModulePre, hook);

            private HookRemover Register<T>(Func<Hooks, OrderedDictionary<string, T>> table, T hook)
            {
                var key = Guid.NewGuid().ToString();
                table(hooks ??= new Hooks()).Add(key, hook);
                return new HookRemover(this, key);
            }

            private void Remove(string key)
            {
                if (hooks is null) return;
                hooks.Pre.Remove(key);
                hooks.Post.Remove(key);
                hooks.ModulePre.Remove(key);
                hooks.ModulePost.Remove(key);
                if (hooks.Pre.Count + hooks.Post.Count + hooks.ModulePre.Count + hooks.ModulePost.Count == 0) hooks = null;
            }

            private sealed class Hooks
            {
                internal readonly OrderedDictionary<string, TPreHook> Pre = [];
                internal readonly OrderedDictionary<string, TPostHook> Post = [];
                internal readonly OrderedDictionary<string, Action<Module>> ModulePre = [];
                internal readonly OrderedDictionary<string, Action<Module>> ModulePost = [];
            }

            /// <summary>Takes one hook off its module.</summary>
            public class HookRemover(HookableModule<TPreHook, TPostHook> module, string key)
            {
                public void remove() => module.Remove(key);
            }
        }
    }
}

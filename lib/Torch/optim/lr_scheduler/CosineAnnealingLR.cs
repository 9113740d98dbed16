namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Loshchilov and Hutter 2016, without restarts: along half a cosine down to <c>eta_min</c> in <c>T_max</c> epochs.</summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double period, least;

                    public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        period = T_max;
                        least = eta_min;
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch == 0) return Rates;
                        if ((_last_epoch - 1 - period) % (2 * period) == 0)
                            return Rates.Zip(_base_lrs, (rate, first) => rate + (first - least) * (1 - Math.Cos(Math.PI / period)) / 2);
                        var factor = (1 + Math.Cos(Math.PI * _last_epoch / period)) / (1 + Math.Cos(Math.PI * (_last_epoch - 1) / period));
                        return Rates.Select(rate => factor * (rate - least) + least);
                    }

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        _base_lrs.Select(first => least + (first - least) * (1 + Math.Cos(Math.PI * _last_epoch / period)) / 2);
                }
            }

            public static LRScheduler CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false) =>
                new impl.CosineAnnealingLR(optimizer, T_max, eta_min, last_epoch, verbose);
        }
    }
}

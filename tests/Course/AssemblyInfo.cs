// One test at a time: torch's own threads already fill the processor, and the default device is shared.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

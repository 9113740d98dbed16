// One global generator of random numbers: two cases at once would take each other's numbers.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

// Tests seed the one global generator and measure the process's memory: run together they would disturb each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

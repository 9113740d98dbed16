"""One epoch of the modern LeNet-5 in Python, as `course bench lenet5` runs it beside the C# loop.

Usage: python3 lenet5.py DATA_FOLDER THREADS [EPOCHS]; prints one JSON line per epoch.
"""
import gzip
import json
import sys
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F


class LeNet5(nn.Module):
    def __init__(self):
        super().__init__()
        self.C1, self.S2 = nn.Conv2d(1, 6, 5), nn.MaxPool2d(2)
        self.C3, self.S4 = nn.Conv2d(6, 16, 5), nn.MaxPool2d(2)
        self.C5, self.F6, self.Output = nn.Conv2d(16, 120, 5), nn.Linear(120, 84), nn.Linear(84, 10)

    def forward(self, x):
        x = self.S2(F.relu(self.C1(x)))
        x = self.S4(F.relu(self.C3(x)))
        x = F.relu(self.C5(x)).flatten(1)
        return self.Output(F.relu(self.F6(x)))


def images(path):
    with gzip.open(path) as f:
        pixels = np.frombuffer(f.read(), np.uint8, offset=16).reshape(-1, 1, 28, 28)
    return F.pad(torch.from_numpy(pixels.astype(np.float32) / 255), (2, 2, 2, 2))


def labels(path):
    with gzip.open(path) as f:
        return torch.from_numpy(np.frombuffer(f.read(), np.uint8, offset=8).astype(np.int64))


def main(folder, threads, epochs):
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    x, y = images(f"{folder}/train-images-idx3-ubyte.gz"), labels(f"{folder}/train-labels-idx1-ubyte.gz")
    model = LeNet5()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9)
    model.train()
    for epoch in range(1, epochs + 1):
        start, total = time.perf_counter(), torch.zeros(())
        order = torch.randperm(len(x))
        for rows in order.split(64):
            optimizer.zero_grad()
            loss = F.cross_entropy(model(x.index_select(0, rows)), y.index_select(0, rows))
            loss.backward()
            optimizer.step()
            total += loss.detach() * len(rows)
        seconds = time.perf_counter() - start
        print(json.dumps({"epoch": epoch, "seconds": seconds, "loss": total.item() / len(x)}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)

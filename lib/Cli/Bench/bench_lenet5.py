"""One epoch of the modern LeNet-5 per line read, timed: the Python side of `course bench lenet5`."""
import gzip
import sys
import time

import numpy
import torch
from torch import nn

folder, threads, batch = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
torch.set_num_threads(threads)
torch.manual_seed(0)

with gzip.open(f"{folder}/train-images-idx3-ubyte.gz") as file:
    pixels = numpy.frombuffer(file.read(), numpy.uint8, offset=16).reshape(-1, 1, 28, 28)
with gzip.open(f"{folder}/train-labels-idx1-ubyte.gz") as file:
    classes = numpy.frombuffer(file.read(), numpy.uint8, offset=8)
images = nn.functional.pad(torch.from_numpy(pixels.copy()).float().div_(255), (2, 2, 2, 2))
labels = torch.from_numpy(classes.astype(numpy.int64))

model = nn.Sequential(
    nn.Conv2d(1, 6, 5), nn.ReLU(), nn.MaxPool2d(2),
    nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2),
    nn.Conv2d(16, 120, 5), nn.ReLU(), nn.Flatten(),
    nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10))
optimizer = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9)


def epoch():
    total = torch.zeros(())
    for rows in torch.randperm(len(labels)).split(batch):
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(images.index_select(0, rows)), labels.index_select(0, rows))
        loss.backward()
        optimizer.step()
        total += loss.detach()
    return total.item()


print("ready", torch.__version__, flush=True)
for _ in sys.stdin:
    start = time.perf_counter()
    epoch()
    print(time.perf_counter() - start, flush=True)

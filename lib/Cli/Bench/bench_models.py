"""Trains and runs one of torchvision's models on request: the Python side of `course bench models`.

Arguments: THREADS MODEL BATCH SIDE. Requests, a line each: `train COUNT` or `infer COUNT`, answered with seconds in all;
`peak`, answered with the peak of resident memory in bytes.
"""
import resource
import sys
import time

import torch
import torchvision
from torch.nn import functional as F

threads, name, batch, side = int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
torch.set_num_threads(threads)
torch.manual_seed(0)
options = {"init_weights": False} if name.startswith(("vgg", "google", "inception")) else {}
model = getattr(torchvision.models, name)(**options)
optimizer = torch.optim.SGD(model.parameters(), lr=0.001, momentum=0.9)
images, labels = torch.randn(batch, 3, side, side), torch.randint(1000, (batch,))


def loss(output):
    heads = [output] if torch.is_tensor(output) else [head for head in output if head is not None]
    return F.cross_entropy(heads[0], labels) + 0.3 * sum(F.cross_entropy(head, labels) for head in heads[1:])


def train():
    model.train()
    optimizer.zero_grad()
    loss(model(images)).backward()
    optimizer.step()


def infer():
    model.eval()
    with torch.no_grad():
        model(images)


print("ready", torch.__version__, flush=True)
for line in sys.stdin:
    words = line.split()
    if words[0] == "peak":
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024, flush=True)
        continue
    start = time.perf_counter()
    for _ in range(int(words[1])):
        train() if words[0] == "train" else infer()
    print(time.perf_counter() - start, flush=True)

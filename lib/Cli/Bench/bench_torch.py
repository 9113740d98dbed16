"""Times small operators and training steps on request: the Python side of `course bench torch`.

Requests, a line each: `op COUNT EXPRESSION` over 64x64 tensors a, b, c; `step COUNT NAME`. Answer: seconds in all.
"""
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

torch.set_num_threads(int(sys.argv[1]))
torch.manual_seed(0)
a, b = torch.rand(64, 64) + 0.5, torch.rand(64, 64) + 0.5
i = torch.arange(64).flip(0)


class BasicBlock(nn.Module):
    def __init__(self, inputs, channels, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, channels, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.downsample = nn.Identity() if stride == 1 and inputs == channels else nn.Sequential(
            nn.Conv2d(inputs, channels, 1, stride, bias=False), nn.BatchNorm2d(channels))

    def forward(self, x):
        return torch.relu(self.bn2(self.conv2(torch.relu(self.bn1(self.conv1(x))))) + self.downsample(x))


def resnet20():
    layers, inputs = [nn.Conv2d(3, 16, 3, 1, 1, bias=False), nn.BatchNorm2d(16), nn.ReLU()], 16
    for channels in (16, 32, 64):
        for block in range(3):
            layers.append(BasicBlock(inputs, channels, 2 if block == 0 and channels > 16 else 1))
            inputs = channels
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 10))


def lenet5():
    return nn.Sequential(
        nn.Conv2d(1, 6, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(16, 120, 5), nn.ReLU(), nn.Flatten(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10))


def alexnet():
    return nn.Sequential(
        nn.Conv2d(3, 64, 11, 4, 2), nn.ReLU(), nn.MaxPool2d(3, 2), nn.Conv2d(64, 192, 5, 1, 2), nn.ReLU(), nn.MaxPool2d(3, 2),
        nn.Conv2d(192, 384, 3, 1, 1), nn.ReLU(), nn.Conv2d(384, 256, 3, 1, 1), nn.ReLU(),
        nn.Conv2d(256, 256, 3, 1, 1), nn.ReLU(), nn.MaxPool2d(3, 2), nn.AdaptiveAvgPool2d(6), nn.Flatten(),
        nn.Dropout(), nn.Linear(9216, 4096), nn.ReLU(), nn.Dropout(), nn.Linear(4096, 4096), nn.ReLU(), nn.Linear(4096, 1000))


STEPS = {"LeNet-5": (lenet5, (64, 1, 32, 32), 10), "ResNet-20": (resnet20, (64, 3, 32, 32), 10), "AlexNet": (alexnet, (8, 3, 224, 224), 1000)}
made = {}


def step(count, name):
    if name not in made:
        build, shape, classes = STEPS[name]
        model = build()
        made[name] = (model, torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9), torch.randn(shape), torch.randint(classes, shape[:1]))
    model, optimizer, images, labels = made[name]
    start = time.perf_counter()
    for _ in range(count):
        optimizer.zero_grad()
        F.cross_entropy(model(images), labels).backward()
        optimizer.step()
    return time.perf_counter() - start


compiled = {}


def op(count, expression):
    if expression not in compiled:
        scope = {}
        exec(f"def run(count, a, b, i, torch, F):\n for _ in range(count):\n  c = {expression}\n", scope)
        compiled[expression] = scope["run"]
    start = time.perf_counter()
    compiled[expression](count, a, b, i, torch, F)
    return time.perf_counter() - start


print("ready", torch.__version__, flush=True)
for line in sys.stdin:
    kind, count, rest = line.rstrip("\n").split(" ", 2)
    print((op if kind == "op" else step)(int(count), rest), flush=True)

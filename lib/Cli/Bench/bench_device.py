"""Times ResNet-50 training steps on a device: the Python side of `course bench --device`.

Arguments: device, batch. Each line of input is a number of steps; the answer is the seconds they took.
"""
import sys
import time

import torch
import torchvision

device, batch = sys.argv[1], int(sys.argv[2])
torch.manual_seed(0)
model = torchvision.models.resnet50().to(device).to(memory_format=torch.channels_last)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
images = torch.randn(batch, 3, 224, 224, device=device).to(memory_format=torch.channels_last)
labels = torch.randint(1000, (batch,), device=device)
kind = torch.device(device).type

print("Python's torch", torch.__version__, flush=True)
for line in sys.stdin:
    start = time.perf_counter()
    for _ in range(int(line)):
        optimizer.zero_grad()
        with torch.autocast(kind, torch.bfloat16):
            loss = torch.nn.functional.cross_entropy(model(images), labels)
        loss.backward()
        optimizer.step()
    if kind == "cuda":
        torch.cuda.synchronize()
    print(time.perf_counter() - start, flush=True)

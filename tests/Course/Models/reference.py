"""Writes what torchvision's models say: python3 reference.py FOLDER THREADS NAME:SIZE,SIZE ..."""
import os
import sys

import torch
import torchvision


def fill(model):
    """Draws every entry of the state dict, in alphabetical order, so that another program can draw the same."""
    torch.manual_seed(1)
    state = model.state_dict()
    for key in sorted(state):
        value = state[key]
        if not value.is_floating_point():
            continue
        noise = torch.randn(value.shape)
        if value.dim() > 1:
            value.copy_(noise * (2.0 / value[0].numel()) ** 0.5)
        elif key.endswith("running_var"):
            value.copy_(noise.abs() + 0.5)
        elif key.endswith("weight"):
            value.copy_(noise * 0.1 + 1)
        else:
            value.copy_(noise * 0.1)


def write(path, tensor):
    with open(path, "wb") as file:
        file.write(tensor.detach().contiguous().numpy().tobytes())


folder = sys.argv[1]
torch.set_num_threads(int(sys.argv[2]))
for entry in sys.argv[3:]:
    name, sizes = entry.split(":")
    options = {"init_weights": False} if name.startswith(("vgg", "google", "inception")) else {}
    model = getattr(torchvision.models, name)(**options).eval()
    with open(os.path.join(folder, name + ".keys"), "w") as file:
        for key, value in model.state_dict().items():
            file.write(f"{key} {list(value.shape)}\n")
    with open(os.path.join(folder, name + ".weights"), "w") as file:
        for weights in torchvision.models.get_model_weights(name):
            scores, asked = weights.meta["_metrics"]["ImageNet-1K"], weights.transforms()
            if scores["acc@1"] == scores["acc@1"]:  # sets without a classifier have none
                file.write(f"{weights.url.split('/')[-1]} {scores['acc@1']} {scores['acc@5']} {asked.resize_size[0]} {asked.crop_size[0]}\n")
    fill(model)
    for parameter in model.parameters():
        parameter.requires_grad_(False)
    for size in map(int, sizes.split(",")):
        torch.manual_seed(size)
        x = torch.randn(2, 3, size, size).requires_grad_()
        y = model(x)
        (y * torch.randn(y.shape)).sum().backward()
        write(os.path.join(folder, f"{name}.{size}.logits"), y)
        write(os.path.join(folder, f"{name}.{size}.gradient"), x.grad)

"""Evaluates every case with PyTorch and writes outputs, gradients and the gradients' weights.

usage: reference.py FOLDER, with cases.json and inputs.bin in it; writes results.json and results.bin.
"""
import json
import math
import sys

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

CODES = {torch.uint8: 0, torch.int8: 1, torch.int16: 2, torch.int32: 3, torch.int64: 4, torch.float16: 5,
         torch.float32: 6, torch.float64: 7, torch.complex64: 9, torch.complex128: 10, torch.bool: 11,
         torch.bfloat16: 15}
DTYPES = {code: dtype for dtype, code in CODES.items()}


def tensors(value):
    if value is None:
        return []
    if isinstance(value, torch.Tensor):
        return [value]
    if isinstance(value, (tuple, list)) and not isinstance(value, torch.Size):
        return [t for item in value for t in tensors(item)]
    if isinstance(value, torch.Size):
        return [torch.tensor(list(value), dtype=torch.int64)]
    if isinstance(value, torch.dtype):
        return [torch.tensor(CODES[value])]
    if isinstance(value, float):
        return [torch.tensor(value, dtype=torch.float64)]
    return [torch.tensor(value)]


class Writer:
    def __init__(self, path):
        self.file = open(path, 'wb')

    def put(self, tensor):
        if tensor is None:
            return None
        tensor = tensor.detach().clone().resolve_conj().resolve_neg().contiguous()
        raw = tensor.view(torch.int16) if tensor.dtype == torch.bfloat16 else tensor
        data = raw.numpy().tobytes()
        place = {'dtype': CODES[tensor.dtype], 'shape': list(tensor.shape), 'offset': self.file.tell(), 'length': len(data)}
        self.file.write(data)
        return place


def trained(module, *inputs):
    """Outputs of a module, gradients of the sum of their squares for its parameters, and its buffers after that."""
    value = module(*inputs)
    total = sum((t * t).sum() for t in tensors(value) if t.requires_grad)
    parameters = list(module.parameters())
    grads = torch.autograd.grad(total, parameters, retain_graph=True, allow_unused=True) if parameters else []
    return value, [g for g in grads if g is not None], [b.clone() for b in module.buffers()]


def descended(make, gradients=False, steps=20, schedule=None):
    """Parameters after some steps of an optimiser on a small regression, and its learning rates."""
    torch.manual_seed(7)
    model = nn.Sequential(nn.Linear(5, 8), nn.Tanh(), nn.Linear(8, 3))
    x, y = torch.randn(16, 5), torch.randn(16, 3)
    optimizer = make(model)
    scheduler = schedule(optimizer) if schedule else None
    rates = []

    def closure():
        optimizer.zero_grad()
        loss = F.mse_loss(model(x), y)
        loss.backward()
        return loss

    for _ in range(steps):
        loss = optimizer.step(closure)
        if scheduler:
            needs_metric = isinstance(scheduler, torch.optim.lr_scheduler.ReduceLROnPlateau)
            scheduler.step(1.0) if needs_metric else scheduler.step()
        rates.append(optimizer.param_groups[0]['lr'])
    return [p.detach() for p in model.parameters()], torch.tensor(rates, dtype=torch.float64)


def evaluate(case, inputs, writer):
    names = dict(zip('xyzwuv', inputs))
    space = {'torch': torch, 'F': F, 'nn': nn, 'math': math, 'np': np,
             'optim': torch.optim, 'trained': trained, 'descended': descended, **names}
    torch.manual_seed(case['seed'])
    if 'out =' in case['python']:
        exec(case['python'].replace('; ', '\n'), space)
        value = space['out']
    else:
        value = eval(case['python'], space)
    outputs = [t.to_dense() if t.layout != torch.strided else t for t in tensors(value)]
    result = {'outputs': [writer.put(t) for t in outputs], 'weights': [], 'grads': []}
    if case['grad']:
        generator = torch.Generator().manual_seed(case['seed'] + 1)
        total = None
        for t in outputs:
            if not t.requires_grad:
                result['weights'].append(None)
                continue
            real = torch.view_as_real(t.resolve_conj()) if t.is_complex() else t
            weight = torch.rand(real.shape, generator=generator, dtype=torch.float64).to(real.dtype)
            result['weights'].append(writer.put(weight))
            part = (real * weight).sum()
            total = part if total is None else total + part
        if total is not None:
            leaves = [t for t in inputs if t.requires_grad]
            found = iter(torch.autograd.grad(total, leaves, allow_unused=True))
            result['grads'] = [writer.put(next(found)) if t.requires_grad else None for t in inputs]
    return result


def main(folder):
    request = json.load(open(folder + '/cases.json'))
    torch.set_num_threads(request['threads'])
    data = open(folder + '/inputs.bin', 'rb').read()
    writer = Writer(folder + '/results.bin')
    results = []
    for case in request['cases']:
        try:
            inputs = []
            for place in case['inputs']:
                raw = torch.frombuffer(bytearray(data[place['offset']:place['offset'] + place['length']]), dtype=DTYPES[place['dtype']])
                tensor = raw.reshape(place['shape'])
                inputs.append(tensor.requires_grad_(case['grad'] and (tensor.is_floating_point() or tensor.is_complex())))
            results.append(evaluate(case, inputs, writer))
        except Exception as error:
            results.append({'error': f'{type(error).__name__}: {error}'})
    writer.file.close()
    json.dump(results, open(folder + '/results.json', 'w'))


main(sys.argv[1])

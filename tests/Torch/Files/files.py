"""The reference side of the file tests: reads what C# wrote, writes what C# is to read. Usage: files.py FOLDER"""
import collections, json, pickle, struct, sys, os
import numpy as np
import torch

folder = sys.argv[1]
DTYPES = ['uint8', 'int8', 'int16', 'int32', 'int64', 'float16', 'float32', 'float64', 'complex64', 'complex128', 'bool', 'bfloat16']
SAFE = {'U8': torch.uint8, 'I8': torch.int8, 'I16': torch.int16, 'I32': torch.int32, 'I64': torch.int64, 'F16': torch.float16,
        'F32': torch.float32, 'F64': torch.float64, 'C64': torch.complex64, 'BOOL': torch.bool, 'BF16': torch.bfloat16}
# libtorch's ScalarType numbers, which TorchSharp writes
NUMBERS = {0: torch.uint8, 1: torch.int8, 2: torch.int16, 3: torch.int32, 4: torch.int64, 5: torch.float16, 6: torch.float32,
           7: torch.float64, 9: torch.complex64, 10: torch.complex128, 11: torch.bool, 15: torch.bfloat16}
report = {}


def expected(name):
    values = torch.arange(6).reshape(2, 3)
    if name.startswith('complex'):
        return torch.complex(values.double(), 1 - values.double()).to(getattr(torch, name))
    return (values % 2 if name == 'bool' else values).to(getattr(torch, name))


def at(name):
    return os.path.join(folder, name)


def same(tensors, names):
    return [n for n in names if n not in tensors or tensors[n].dtype != expected(n).dtype or not torch.equal(tensors[n], expected(n))]


def check(name, action):
    try:
        report[name] = action()
    except Exception as e:
        report[name] = f'{type(e).__name__}: {e}'


def nested(path):
    v = torch.load(path)
    assert v['epoch'] == 3 and v['lr'] == 0.5 and v['big'] == 2 ** 80 and v['none'] is None and v['flag'] is True, v
    assert v['tuple'] == (1, 'zwei', -2.5) and v['list'][1] == [2, 'ä'] and v['size'] == torch.Size([4, 5]) and v['bytes'] == b'\x00\xff', v
    assert v['device'] == torch.device('cpu') and v['dtype'] == torch.bfloat16 and v['state'][0]['step'] == 7, v
    shared, row, turned = v['shared'], v['row'], v['turned']
    shared[0, 1] = 42
    assert row[1] == 42 and turned[1, 0] == 42 and turned.stride() == (1, 3), (row, turned)
    assert v['parameter'].requires_grad and not shared.requires_grad
    return []


def safetensors(path):
    data = open(path, 'rb').read()
    length, = struct.unpack('<Q', data[:8])
    header = json.loads(data[8:8 + length])
    assert length % 8 == 0
    tensors = {}
    for name, t in header.items():
        begin, end = t['data_offsets']
        tensors[name] = torch.frombuffer(bytearray(data[8 + length + begin:8 + length + end]), dtype=SAFE[t['dtype']]).reshape(t['shape'])
        assert (8 + length + begin) % tensors[name].element_size() == 0, name
    assert list(header) == [n for n in DTYPES if n != 'complex128'], list(header)
    return same(tensors, list(header))


def dat(path):
    data, place = open(path, 'rb').read(), 0

    def number():
        nonlocal place
        value = shift = 0
        while True:
            byte = data[place]
            place += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    tensors = {}
    for _ in range(number()):
        length = number()
        name = data[place:place + length].decode()
        place += length
        dtype = NUMBERS[number()]
        shape = [number() for _ in range(number())]
        size = int(np.prod(shape)) * torch.empty(0, dtype=dtype).element_size()
        tensors[name] = torch.frombuffer(bytearray(data[place:place + size]), dtype=dtype).reshape(shape)
        place += size
    assert place == len(data)
    return same(tensors, DTYPES)


check('ours.pth', lambda: same(torch.load(at('ours.pth')), DTYPES))
check('ours_legacy.pth', lambda: same(torch.load(at('ours_legacy.pth')), DTYPES))
check('ours_nested.pth', lambda: nested(at('ours_nested.pth')))
check('ours_nested_legacy.pth', lambda: nested(at('ours_nested_legacy.pth')))
check('ours_single.pt', lambda: [] if torch.equal(torch.load(at('ours_single.pt')), expected('float32')) else ['values'])
check('ours.safetensors', lambda: safetensors(at('ours.safetensors')))
check('ours.dat', lambda: dat(at('ours.dat')))

tensors = {n: expected(n) for n in DTYPES}
shared = torch.arange(12.).reshape(3, 4)
tree = {'epoch': 3, 'lr': 0.5, 'big': 2 ** 80, 'none': None, 'tuple': (1, 'zwei', -2.5), 'list': [1, [2, 'ä']], 'size': torch.Size([4, 5]),
        'bytes': b'\x00\xff', 'device': torch.device('cuda:1'), 'dtype': torch.bfloat16, 'shared': shared, 'row': shared[1], 'column': shared[:, 2],
        'turned': shared.t(), 'expanded': torch.ones(1).expand(1000, 1000), 'parameter': torch.nn.Parameter(torch.ones(2)), 'empty': torch.empty(0, 3),
        'scalar': torch.tensor(2.5), 'imaginary': torch.tensor([1 + 2j]).conj(), 'last': torch.ones(2, 4, 3, 3).to(memory_format=torch.channels_last)}
for form in (True, False):
    suffix = '' if form else '_legacy'
    torch.save(tensors, at(f'python{suffix}.pth'), _use_new_zipfile_serialization=form)
    torch.save(tree, at(f'python_tree{suffix}.pth'), _use_new_zipfile_serialization=form)
    module = torch.nn.Sequential(torch.nn.Conv2d(1, 2, 3), torch.nn.BatchNorm2d(2))
    torch.save({'state_dict': module.state_dict(), 'epoch': 1, 'optimizer': torch.optim.SGD(module.parameters(), 0.1, 0.9).state_dict()},
               at(f'python_checkpoint{suffix}.pth'), _use_new_zipfile_serialization=form)
torch.save(expected('float32'), at('python_single.pt'))
for protocol in (3, 4, 5):
    torch.save(tensors, at(f'python_protocol{protocol}.pth'), pickle_protocol=protocol)
torch.jit.script(torch.nn.Linear(2, 3)).save(at('python_script.pt'))


class Evil:
    def __reduce__(self):
        return os.system, ('echo evil',)


torch.save({'weight': torch.ones(1), 'evil': Evil()}, at('evil.pth'))
torch.save({'weight': torch.ones(1), 'evil': Evil()}, at('evil_legacy.pth'), _use_new_zipfile_serialization=False)
torch.save(torch.nn.Linear(1, 1), at('module.pth'))
torch.save({'weight': torch.ones(1).to_sparse()}, at('sparse.pth'))
json.dump(report, open(at('report.json'), 'w'))

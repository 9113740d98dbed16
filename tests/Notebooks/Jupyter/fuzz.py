"""Sends 5,000 damaged messages to each of the five sockets of a kernel, then asks it to add two numbers and how much memory it holds."""
import hashlib, hmac, json, os, random, sys, tempfile, time
import zmq
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpec

EACH = 5000
random.seed(20)
manager = KernelManager(kernel_name='')
manager._kernel_spec = KernelSpec(argv=sys.argv[1:], display_name='C#', language='C#', interrupt_mode='message')
log = tempfile.TemporaryFile('w+')
manager.start_kernel(stderr=log)
client = manager.client()
client.start_channels()
client.wait_for_ready(timeout=30)
key = manager.session.key

CONTENTS = {
    'execute_request': {'code': '1 + 1', 'silent': False, 'store_history': True, 'user_expressions': {'a': '1'}, 'allow_stdin': False, 'stop_on_error': False},
    'complete_request': {'code': 'Console.', 'cursor_pos': 8},
    'inspect_request': {'code': 'Console', 'cursor_pos': 3, 'detail_level': 0},
    'is_complete_request': {'code': 'for'},
    'history_request': {'hist_access_type': 'tail', 'n': 3},
    'kernel_info_request': {},
    'comm_open': {'comm_id': 'x', 'target_name': 'test.echo', 'data': {}},
    'comm_msg': {'comm_id': 'x', 'data': {}},
    'comm_close': {'comm_id': 'x'},
    'comm_info_request': {},
    'interrupt_request': {},
    'input_reply': {'value': 'text'},
    'no_such_request': {},
}
JUNK = [None, True, -1, 2 ** 70, 1.5, '', '\ud800', 'x' * 5000, [], {}, [[[]]], {'a': {'b': None}}]


def mutate(value):
    if isinstance(value, dict) and value and random.random() < 0.8:
        copy = dict(value)
        name = random.choice(list(copy))
        action = random.random()
        if action < 0.3:
            del copy[name]
        elif action < 0.6:
            copy[name] = random.choice(JUNK)
        else:
            copy[name] = mutate(copy[name])
        return copy
    return random.choice(JUNK)


def frames(i):
    kind = random.choice(list(CONTENTS))
    header = {'msg_id': str(i), 'msg_type': kind, 'session': 's', 'username': 'u', 'date': '2026-01-01T00:00:00Z', 'version': '5.4'}
    content = CONTENTS[kind]
    if random.random() < 0.5:
        content = mutate(content)
    if random.random() < 0.2:
        header = mutate(header)
    body = [json.dumps(part).encode('utf-8', 'surrogatepass') for part in (header, {}, {}, content)]
    if random.random() < 0.2:
        spot = random.randrange(4)
        raw = bytearray(body[spot])
        for _ in range(random.randrange(1, 6)):
            raw[random.randrange(len(raw))] = random.randrange(256)
        body[spot] = bytes(raw) if random.random() < 0.7 else bytes(raw[:random.randrange(len(raw))])
    signature = hmac.new(key, b''.join(body), hashlib.sha256).hexdigest().encode()
    if random.random() < 0.15:
        signature = random.choice([b'', b'0' * 64, signature[:-1], signature.upper() + b'g', b'\xff' * 64])
    message = [b'<IDS|MSG>', signature, *body]
    if random.random() < 0.1:
        del message[random.randrange(len(message))]
    if random.random() < 0.05:
        message += [b'buffer'] * random.randrange(1, 4)
    if random.random() < 0.05:
        message = [bytes(random.randrange(256) for _ in range(random.randrange(40))) for _ in range(random.randrange(1, 9))]
    return message


context = zmq.Context.instance()
ports = [manager.shell_port, manager.control_port, manager.stdin_port, manager.iopub_port, manager.hb_port]
sockets = []
for port in ports:
    socket = context.socket(zmq.XSUB if port == manager.iopub_port else zmq.DEALER)
    socket.linger = 0
    socket.connect(f'tcp://127.0.0.1:{port}')
    sockets.append(socket)
for i in range(EACH * len(sockets)):
    index = i % len(sockets)
    if index == 3:   # a subscription or its end, of anything; or what only a publisher would send
        topic = bytes(random.randrange(256) for _ in range(random.randrange(20)))
        sockets[3].send_multipart(frames(i) if random.random() < 0.5 else [random.choice([b'\x00', b'\x01', b'\x02', b'']) + topic])
    else:
        sockets[index].send_multipart([b''] + frames(i) if index == 4 else frames(i))
    if i % 100 == 0:
        for socket in sockets:
            while socket.poll(0):
                socket.recv_multipart()

size = -1
while size != os.fstat(log.fileno()).st_size:   # until the last refusal is logged
    size = os.fstat(log.fileno()).st_size
    time.sleep(0.7)
started = time.time()
while True:
    msg_id = client.execute('20 + 22')
    while True:
        reply = client.get_shell_msg(timeout=120)
        if reply['parent_header'].get('msg_id') == msg_id:
            break
    if reply['content']['status'] == 'ok':
        break
    assert time.time() - started < 120, reply
assert manager.is_alive()
with open(f'/proc/{manager.provisioner.process.pid}/status') as status:
    resident = [line for line in status if line.startswith('VmRSS')][0].split()[1]
log.seek(0)
lines = log.readlines()
print('alive', sum('dropped a message' in line for line in lines), sum('failed to answer' in line for line in lines), int(resident) // 1024)
client.stop_channels()
manager.shutdown_kernel(now=True)

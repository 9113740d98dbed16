"""Times a kernel with Jupyter's own client, beside ipykernel in the same run: python3 bench.py RUNS COMMAND ... {connection_file}"""
import queue, statistics, sys, time
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpec


def measure(argv, one, loop):
    manager = KernelManager(kernel_name='')
    manager._kernel_spec = KernelSpec(argv=argv, display_name='', language='', interrupt_mode='message')
    begun = time.time()
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.kernel_info()
    client.get_shell_msg(timeout=60)
    info = time.time() - begun
    while True:   # until the subscription has arrived: what is published before it is lost
        try:
            client.get_iopub_msg(timeout=0.02)
            break
        except queue.Empty:
            client.kernel_info()
            client.get_shell_msg(timeout=60)

    def run(code):
        started = time.time()
        msg_id = client.execute(code)
        lines, idle, reply = 0, False, False
        while not (idle and reply):
            if not idle:
                message = client.get_iopub_msg(timeout=60)
                if message['parent_header'].get('msg_id') == msg_id:
                    idle = message['content'].get('execution_state') == 'idle'
                    if message['msg_type'] == 'stream':
                        lines += message['content']['text'].count('\n')
            elif client.get_shell_msg(timeout=60)['parent_header']['msg_id'] == msg_id:
                reply = True
        return time.time() - started, lines

    run(one)
    first = time.time() - begun
    cells = statistics.median(run(one)[0] for _ in range(200))
    seconds, lines = run(loop)
    assert lines == 10_000
    client.stop_channels()
    manager.shutdown_kernel(now=True)
    return info, first, cells * 1000, seconds


def show(name, rows):
    info, first, cell, lines = (statistics.median(column) for column in zip(*rows))
    print(f'{name:10} kernel_info {info:5.2f} s   first result {first:5.2f} s   trivial cell {cell:5.1f} ms   10,000 lines {lines:5.2f} s')


runs = int(sys.argv[1])
ours, theirs = [], []
for _ in range(runs):
    ours.append(measure(sys.argv[2:], '1 + 1', 'for (var i = 0; i < 10_000; i++) Console.WriteLine(i);'))
    theirs.append(measure(['/usr/bin/python3', '-m', 'ipykernel_launcher', '-f', '{connection_file}'], '1 + 1', 'for i in range(10_000): print(i)'))
show('C#', ours)
show('ipykernel', theirs)

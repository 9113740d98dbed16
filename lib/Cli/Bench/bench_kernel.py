"""Times kernels with Jupyter's own client. Reads "csharp" or "ipykernel" a line; answers with four times in seconds:
start to kernel_info_reply, start to first result, a trivial cell (median of 200), 10,000 lines of output."""
import queue, statistics, sys, time
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpec

CELLS, LINES = 200, 10_000
KERNELS = {
    'csharp': (sys.argv[1:], 'for (var i = 0; i < 10_000; i++) Console.WriteLine(i);'),
    'ipykernel': (['/usr/bin/python3', '-m', 'ipykernel_launcher', '-f', '{connection_file}'], 'for i in range(10_000): print(i)'),
}


def measure(argv, loop):
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

    run('1 + 1')
    first = time.time() - begun
    cell = statistics.median(run('1 + 1')[0] for _ in range(CELLS))
    seconds, lines = run(loop)
    assert lines == LINES, f'{lines} lines arrived'
    client.stop_channels()
    manager.shutdown_kernel(now=True)
    return info, first, cell, seconds


print('ready', flush=True)
for line in sys.stdin:
    print(*measure(*KERNELS[line.strip()]), flush=True)

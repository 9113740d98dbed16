"""Runs 2,000 cells with a great many displays and asks from time to time how much memory the kernel holds (MB after garbage collection)."""
import sys, time
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpec

CELLS, EVERY = 2000, 250
manager = KernelManager(kernel_name='')
manager._kernel_spec = KernelSpec(argv=sys.argv[1:], display_name='C#', language='C#', interrupt_mode='message')
manager.start_kernel()
client = manager.client()
client.start_channels()
client.wait_for_ready(timeout=60)


def run(code):
    shown = []
    reply = client.execute_interactive(code, timeout=120, output_hook=lambda message: shown.append(message['msg_type']))
    assert reply['content']['status'] == 'ok', reply['content']
    return shown


run('record Point(double X, double Y); var line = display("start"); var random = new Random(1);')
displays, memory = 0, []
for i in range(1, CELLS + 1):
    kind = i % 4
    if kind == 0:   # a progress line: an hour of one update a second is 3,600 of them
        shown = run(f'for (var k = 0; k < 100; k++) line.Update($"{{k}} %, cell {i}");')
        assert shown.count('update_display_data') == 100
    elif kind == 1:
        shown = run('for (var k = 0; k < 10; k++) display(Enumerable.Range(0, 20).Select(n => new Point(n, random.NextDouble())).ToArray());')
        assert shown.count('display_data') == 10
    elif kind == 2:
        shown = run('HTML("<img alt=\\"\\" src=\\"data:image/png;base64," + Convert.ToBase64String(new byte[50_000]) + "\\">")')
        assert 'execute_result' in shown
    else:
        shown = run('Console.WriteLine(new string(\'x\', 2_000)); Enumerable.Range(0, 1000).Sum()')
        assert 'stream' in shown and 'execute_result' in shown
    displays += len([one for one in shown if 'display' in one or one == 'execute_result'])
    if i % EVERY == 0:
        run('GC.Collect(); GC.WaitForPendingFinalizers(); GC.Collect();')
        with open(f'/proc/{manager.provisioner.process.pid}/status') as status:
            memory.append(int([line for line in status if line.startswith('VmRSS')][0].split()[1]) // 1024)
assert manager.is_alive()
print(displays, *memory)
client.stop_channels()
manager.shutdown_kernel(now=True)

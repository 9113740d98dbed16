"""Drives the kernel with Jupyter's own client. Prints one line per check: pass NAME, or fail NAME: reason."""
import os, queue, subprocess, sys, time, traceback
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.session import Session

WAIT = 30
checks = []


def check(function):
    checks.append(function)
    return function


def start(argv):
    manager = KernelManager(kernel_name='')
    manager._kernel_spec = KernelSpec(argv=argv, display_name='C#', language='C#', interrupt_mode='message')
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=WAIT)
    return manager, client


def outputs(client, msg_id, until_idle=True):
    found = []
    while True:
        message = client.get_iopub_msg(timeout=WAIT)
        if message['parent_header'].get('msg_id') != msg_id:
            continue
        if message['msg_type'] == 'status' and message['content']['execution_state'] == 'idle':
            return found
        found.append((message['msg_type'], message['content']))


def run(client, code, **options):
    msg_id = client.execute(code, **options)
    found = outputs(client, msg_id)
    reply = client.get_shell_msg(timeout=WAIT)
    assert reply['parent_header']['msg_id'] == msg_id, 'reply to another request'
    return reply['content'], [one for one in found if one[0] != 'status']


def text(found):
    return ''.join(content['text'] for kind, content in found if kind == 'stream')


def of(found, kind):
    return [content for one, content in found if one == kind]


@check
def kernel_info_names_language_and_protocol(manager, client):
    client.kernel_info()
    content = client.get_shell_msg(timeout=WAIT)['content']
    assert content['protocol_version'] == '5.4' and content['implementation'] == 'cnn-csharp', content
    assert content['language_info']['name'] == 'C#' and content['language_info']['file_extension'] == '.cs', content


@check
def execute_gives_input_result_and_count(manager, client):
    reply, found = run(client, 'var x = 20; x * 2 + 2')
    assert reply['status'] == 'ok', reply
    assert of(found, 'execute_input')[0]['code'] == 'var x = 20; x * 2 + 2'
    assert of(found, 'execute_result')[0]['data'] == {'text/plain': '42'}
    assert of(found, 'execute_result')[0]['execution_count'] == reply['execution_count']
    assert run(client, '1')[0]['execution_count'] == reply['execution_count'] + 1


@check
def silent_and_unstored_cells_do_not_count(manager, client):
    count = run(client, '1')[0]['execution_count']
    reply, found = run(client, 'var quiet = 7; Console.WriteLine(1); quiet', silent=True)
    assert reply['execution_count'] == count and found == [], (reply, found)
    assert run(client, 'quiet', store_history=False)[0]['execution_count'] == count


@check
def streams_keep_their_order_and_displays_can_be_updated(manager, client):
    reply, found = run(client, 'Console.Write("a"); Console.Error.Write("b"); var d = display("c"); d.Update("d"); Shown.ClearOutput(true);')
    kinds = [kind for kind, _ in found]
    assert kinds == ['execute_input', 'stream', 'stream', 'display_data', 'update_display_data', 'clear_output'], kinds
    assert [one['name'] for one in of(found, 'stream')] == ['stdout', 'stderr']
    shown, updated = of(found, 'display_data')[0], of(found, 'update_display_data')[0]
    assert shown['transient']['display_id'] == updated['transient']['display_id'] and updated['data'] == {'text/plain': 'd'}


@check
def ten_thousand_lines_arrive(manager, client):
    reply, found = run(client, 'for (var i = 0; i < 10_000; i++) Console.WriteLine(i);')
    assert text(found) == ''.join(f'{i}\n' for i in range(10_000))


@check
def an_error_has_a_traceback_into_the_cell_and_aborts_what_waits(manager, client):
    first = client.execute('Thread.Sleep(300);\nthrow new InvalidOperationException("boom");')
    second = client.execute('"never"')
    third = client.execute('"also never"', stop_on_error=False)
    found = outputs(client, first)
    error = of(found, 'error')[0]
    assert error['ename'] == 'InvalidOperationException' and error['evalue'] == 'boom', error
    assert 'line 2' in error['traceback'][-1] and 'throw new InvalidOperationException' in error['traceback'][-1], error
    statuses = [client.get_shell_msg(timeout=WAIT)['content']['status'] for _ in range(3)]
    assert statuses == ['error', 'aborted', 'aborted'], statuses
    assert run(client, '"alive"')[0]['status'] == 'ok'


@check
def without_stop_on_error_the_next_cell_runs(manager, client):
    client.execute('Thread.Sleep(200); throw new Exception();', stop_on_error=False)
    last = client.execute('1 + 1')
    assert [client.get_shell_msg(timeout=WAIT)['content']['status'] for _ in range(2)] == ['error', 'ok']
    outputs(client, last)


@check
def user_expressions_are_evaluated(manager, client):
    reply, _ = run(client, 'var u = 5;', user_expressions={'good': 'u + 1', 'bad': 'nothing'})
    assert reply['user_expressions']['good']['data'] == {'text/plain': '6'}, reply
    assert reply['user_expressions']['bad']['status'] == 'error' and reply['user_expressions']['bad']['ename'] == 'CS0103'


@check
def interrupts_end_a_loop_a_sleep_and_an_await_within_a_second(manager, client):
    run(client, 'var kept = 99;')
    for code in ['while (true) { }', 'Thread.Sleep(-1);', 'await Task.Delay(-1);']:
        msg_id = client.execute(code)
        while client.get_iopub_msg(timeout=WAIT)['msg_type'] != 'execute_input':
            pass
        time.sleep(0.3)
        started = time.time()
        manager.interrupt_kernel()
        reply = client.get_shell_msg(timeout=WAIT)['content']
        took = time.time() - started
        assert reply['status'] == 'error' and reply['ename'] == 'Interrupted', reply
        assert took < 1, f'{code} took {took:.2f} s'
        outputs(client, msg_id)
    assert of(run(client, 'kept')[1], 'execute_result')[0]['data'] == {'text/plain': '99'}


@check
def console_input_is_asked_and_the_heart_beats_meanwhile(manager, client):
    msg_id = client.execute('var name = Console.ReadLine(); name.ToUpper()', allow_stdin=True)
    question = client.get_stdin_msg(timeout=WAIT)
    assert question['msg_type'] == 'input_request' and question['content']['password'] is False
    time.sleep(1.5)
    assert client.hb_channel.is_beating()
    client.input('ada')
    assert of(outputs(client, msg_id), 'execute_result')[0]['data'] == {'text/plain': 'ADA'}
    client.get_shell_msg(timeout=WAIT)
    assert run(client, 'Console.ReadLine()', allow_stdin=False)[0]['status'] == 'error'


@check
def completion_answers_while_a_cell_runs_and_counts_an_emoji_as_one(manager, client):
    run(client, 'var résumé = 1; /// <summary>Twice.</summary>\nint Twice(int n) => 2 * n;')
    busy = client.execute('Thread.Sleep(1500);')
    code = '"🙂".ToString(); Enumerable.Ran'
    client.complete(code, cursor_pos=len(code))
    reply = client.get_shell_msg(timeout=1.4)
    assert reply['msg_type'] == 'complete_reply', reply['msg_type']
    assert reply['content']['matches'] == ['Range'], reply['content']['matches']
    assert (reply['content']['cursor_start'], reply['content']['cursor_end']) == (len(code) - 3, len(code))
    client.get_shell_msg(timeout=WAIT)
    outputs(client, busy)


@check
def inspection_gives_signature_and_documentation(manager, client):
    client.inspect('Math.Abs(1)', cursor_pos=6)
    content = client.get_shell_msg(timeout=WAIT)['content']
    assert content['found'] and 'Abs' in content['data']['text/plain'], content
    assert 'absolute value' in content['data']['text/markdown'], content
    client.inspect('   ', cursor_pos=1)
    assert client.get_shell_msg(timeout=WAIT)['content']['found'] is False


@check
def is_complete_tells_the_three_cases_apart(manager, client):
    expected = {'1 + 1': ('complete', ''), 'for (;;)\n{': ('incomplete', '    '), 'int x = )': ('invalid', ''), '': ('complete', '')}
    for code, (status, indent) in expected.items():
        client.is_complete(code)
        content = client.get_shell_msg(timeout=WAIT)['content']
        assert (content['status'], content['indent']) == (status, indent), (code, content)


@check
def history_gives_tail_range_and_search(manager, client):
    count = run(client, '"needle in history"')[0]['execution_count']
    for options in [dict(hist_access_type='tail', n=1), dict(hist_access_type='range', start=count, stop=count + 1), dict(hist_access_type='search', pattern='*needle in h*', n=5)]:
        client.history(**options)
        assert client.get_shell_msg(timeout=WAIT)['content']['history'] == [[0, count, '"needle in history"']], options
    client.history(hist_access_type='tail', n=1, output=True)
    assert client.get_shell_msg(timeout=WAIT)['content']['history'] == [[0, count, ['"needle in history"', 'needle in history']]]


@check
def comms_open_echo_and_close_and_unknown_targets_are_declined(manager, client):
    def send(kind, **content):
        message = client.session.msg(kind, content)
        client.shell_channel.send(message)
        return [one for one in outputs(client, message['header']['msg_id']) if one[0] != 'status']
    assert send('comm_open', comm_id='c0', target_name='nobody', data={}) == [('comm_close', {'comm_id': 'c0', 'data': {}})]
    assert send('comm_open', comm_id='c1', target_name='test.echo', data={}) == []
    echo = send('comm_msg', comm_id='c1', data={'a': [1]})
    assert echo == [('comm_msg', {'comm_id': 'c1', 'data': {'a': [1]}})], echo
    client.comm_info()
    assert client.get_shell_msg(timeout=WAIT)['content'] == {'status': 'ok', 'comms': {'c1': {'target_name': 'test.echo'}}}
    send('comm_close', comm_id='c1', data={})
    client.comm_info('test.echo')
    assert client.get_shell_msg(timeout=WAIT)['content']['comms'] == {}


@check
def a_request_without_its_fields_is_answered_with_an_error(manager, client):
    client.shell_channel.send(client.session.msg('complete_request', {'code': 1}))
    assert client.get_shell_msg(timeout=WAIT)['content']['status'] == 'error'
    assert run(client, '1')[0]['status'] == 'ok'


@check
def a_late_subscriber_is_welcomed(manager, client):
    socket = manager.connect_iopub()
    assert socket.poll(5000)
    session = Session(key=client.session.key)
    idents, message = session.feed_identities(socket.recv_multipart())
    assert session.deserialize(message)['msg_type'] == 'iopub_welcome'
    socket.close()


@check
def restart_forgets_and_shutdown_ends_the_process(manager, client):
    run(client, 'var gone = 1;')
    manager.restart_kernel(now=False)
    client.wait_for_ready(timeout=WAIT)
    assert run(client, 'gone')[0]['status'] == 'error'
    process = manager.provisioner.process
    client.shutdown()
    assert process.wait(timeout=10) == 0
    time.sleep(0.2)


if __name__ == '__main__':
    manager, client = start(sys.argv[1:])
    try:
        for function in checks:
            try:
                function(manager, client)
                print('pass', function.__name__, flush=True)
            except BaseException as failure:
                place = traceback.extract_tb(failure.__traceback__)
                line = [one.lineno for one in place if one.filename == __file__][-1]
                print('fail', function.__name__ + f': line {line}: {type(failure).__name__}: {failure}'.replace('\n', ' '), flush=True)
    finally:
        client.stop_channels()
        if manager.has_kernel:
            manager.shutdown_kernel(now=True)

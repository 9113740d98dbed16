"""Runs a notebook with nbclient on the given kernel, but for cells with one of the tags, and writes it to the second path:
python3 roundtrip.py SOURCE TARGET TAG,TAG KERNEL ... {connection_file}"""
import sys
import nbformat
from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpec
from nbclient import NotebookClient

SKIP = 'skip-execution'
source, target, skipped, argv = sys.argv[1], sys.argv[2], set(sys.argv[3].split(',')), sys.argv[4:]
manager = AsyncKernelManager(kernel_name='')
manager._kernel_spec = KernelSpec(argv=argv, display_name='C#', language='C#', interrupt_mode='message')
notebook = nbformat.read(source, 4)
for cell in notebook.cells:
    if skipped & set(cell.metadata.get('tags', [])):
        cell.metadata.tags.append(SKIP)
NotebookClient(notebook, km=manager, timeout=600, allow_errors=True, record_timing=False, skip_cells_with_tag=SKIP).execute()
nbformat.write(notebook, target)

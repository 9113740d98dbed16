"""Runs a notebook with nbclient on the given kernel and writes it to the second path."""
import sys
import nbformat
from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpec
from nbclient import NotebookClient

source, target, argv = sys.argv[1], sys.argv[2], sys.argv[3:]
manager = AsyncKernelManager(kernel_name='')
manager._kernel_spec = KernelSpec(argv=argv, display_name='C#', language='C#', interrupt_mode='message')
notebook = nbformat.read(source, 4)
NotebookClient(notebook, km=manager, timeout=60, allow_errors=True, record_timing=False).execute()
nbformat.write(notebook, target)

"""The command line: the group, the one error boundary, exit codes, and one module per command."""

"""One module per command. A module has ``COMMAND``; its ``place`` orders the list of commands."""

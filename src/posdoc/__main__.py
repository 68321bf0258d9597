"""``python -m posdoc``."""

from posdoc.cli.main import main

main()

"""The command line: `python -m whosaid --help`."""

import signal
import sys

from . import _whosaid


def main() -> int:
    """Run the command that `sys.argv` asks for and return its exit status."""
    # Python's own handler would wait until all is annotated.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return _whosaid.run(["whosaid", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())

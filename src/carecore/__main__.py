"""The door to the command line: `python -m carecore` opens `carecore.command_line`."""

import sys

from carecore.command_line import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())

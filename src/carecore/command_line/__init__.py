"""The command line: it reads words and files, asks one verb, and prints text or JSON.

This is the one room that prints, reads files and looks at the clock.
Each command stands in a module that is loaded only when it is asked for.

*Intention*: whoever never opens Python gets the same answers, and a script can tell by the exit
status what came of its question.
"""

from carecore.command_line.running import main

__all__ = ["main"]

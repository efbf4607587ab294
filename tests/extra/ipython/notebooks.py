"""Makes the notebook of an example out of its script: the same cells, and what each one shows.

    python -m tests.extra.ipython.notebooks

Run it where an example has changed; a test holds each notebook to its script.
"""

import json
import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

from IPython.core.formatters import DisplayFormatter
from IPython.core.interactiveshell import InteractiveShell

EXAMPLES = Path(__file__).parents[3] / "examples"
NAMES = ("share_out_a_panel",)
# IPython has no types.
FORMATTER: Any = DisplayFormatter()
SHELL: Any = InteractiveShell


def cells(script: str) -> list[tuple[str, str]]:
    """The cells of a script: what each says, and its code.

    A cell that ends by printing one value alone shows it instead, as people do in a notebook.
    """
    before, *rest = re.split(r"^# %% (.*)\n", script, flags=re.MULTILINE)
    docstring, _, imports = before.partition('"""\n\n')
    found = [(docstring.strip('"').strip(), imports.strip())]
    for says, code in zip(rest[::2], rest[1::2], strict=True):
        found.append((says, re.sub(r"(?m)^print\((\w+)\)\Z", r"\1", code.strip())))
    return found


def shown(shell: Any, code: str) -> list[dict[str, Any]]:  # noqa: ANN401 # IPython has no types
    """What running a cell shows: what it prints, then its last value."""
    printed = StringIO()
    with redirect_stdout(printed):
        ran = shell.run_cell(code, store_history=False, silent=True)
        ran.raise_error()
    found: list[dict[str, Any]] = []
    if printed.getvalue():
        text = printed.getvalue().splitlines(keepends=True)
        found.append({"name": "stdout", "output_type": "stream", "text": text})
    last = code.rsplit("\n", 1)[-1]
    if last.isidentifier():
        faces, metadata = FORMATTER.format(shell.user_ns[last])
        data = {kind: face.splitlines(keepends=True) for kind, face in faces.items()}
        found.append({"data": data, "metadata": metadata, "output_type": "display_data"})
    return found


def notebook(script: str) -> dict[str, Any]:
    """The notebook of a script, with what its cells show."""
    shell = SHELL()
    made: list[dict[str, Any]] = []
    for number, (says, code) in enumerate(cells(script)):
        made.append(
            {
                "cell_type": "markdown",
                "id": f"says-{number}",
                "metadata": {},
                "source": says.splitlines(keepends=True),
            }
        )
        made.append(
            {
                "cell_type": "code",
                "execution_count": number + 1,
                "id": f"does-{number}",
                "metadata": {},
                "outputs": shown(shell, code),
                "source": code.splitlines(keepends=True),
            }
        )
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return {
        "cells": made,
        "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def main() -> None:
    """Write the notebook of each example."""
    for name in NAMES:
        script = (EXAMPLES / f"{name}.py").read_text(encoding="utf-8")
        text = json.dumps(notebook(script), ensure_ascii=False, indent=1, sort_keys=True)
        (EXAMPLES / f"{name}.ipynb").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

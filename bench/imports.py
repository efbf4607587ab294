"""What an import costs, beside pydantic's, in new Pythons that take turns.

Each row is measured with a new interpreter per run; the two sides of a row alternate, so that a
machine whose speed drifts slows both.
What is shown is processor time of the child less that of a bare Python: the median of all runs, and
the median of the ratios run by run.

    python bench/imports.py --runs 21
"""

import argparse
import platform
import resource
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import version
from statistics import median

ROWS = (
    ("import carecore", "import pydantic"),
    ("from carecore import Client", "from pydantic import BaseModel"),
    ("from carecore import advise_roles", "from pydantic import BaseModel"),
)


def cost(code: str) -> float:
    """Processor seconds of a new Python that runs *code*."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-I", "-c", code], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def compare(ours: str, theirs: str, runs: int) -> tuple[float, float, float, float]:
    """Medians of a bare Python, ours and theirs (less the bare one), and of the ratio."""
    for code in ("pass", ours, theirs):
        cost(code)
    rounds = [(cost("pass"), cost(ours), cost(theirs)) for _ in range(runs)]
    bare = median(one[0] for one in rounds)
    ratio = median((one[1] - bare) / (one[2] - bare) for one in rounds)
    return (
        bare,
        median(one[1] for one in rounds) - bare,
        median(one[2] for one in rounds) - bare,
        ratio,
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=21)
    runs = parser.parse_args(arguments).runs
    print(f"Python {platform.python_version()}, pydantic {version('pydantic')}, {runs} rounds")
    print(f"{'ours':36}{'theirs':34}{'ours ms':>9}{'theirs ms':>11}{'ratio':>8}")
    for ours, theirs in ROWS:
        _, mine, other, ratio = compare(ours, theirs, runs)
        print(f"{ours:36}{theirs:34}{mine * 1000:9.1f}{other * 1000:11.1f}{ratio:8.2f}")


if __name__ == "__main__":
    main()

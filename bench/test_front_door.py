"""How long the front door takes to open, in a Python that has just started."""

import subprocess
import sys

from pytest_benchmark.fixture import BenchmarkFixture


def run(code: str) -> None:
    """Run *code* in a new Python."""
    subprocess.run([sys.executable, "-I", "-c", code], check=True)


def test_a_new_python_alone(benchmark: BenchmarkFixture) -> None:
    benchmark(run, "pass")


def test_a_new_python_with_the_front_door(benchmark: BenchmarkFixture) -> None:
    benchmark(run, "import carecore")


def test_a_new_python_with_every_public_name(benchmark: BenchmarkFixture) -> None:
    benchmark(run, "import carecore; [getattr(carecore, name) for name in carecore.__all__]")

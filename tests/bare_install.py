"""Where only the core is installed, every room opens and the command line answers.

Run by the session `bare` in an environment without pytest, so this is a script and not a test.
"""

import subprocess
import sys
from importlib import import_module
from importlib.metadata import distributions
from pkgutil import walk_packages

import carecore

# What pip and the three dependencies bring.
EXPECTED = {
    *("carecore", "pip", "setuptools", "wheel"),
    *("attrs", "cattrs", "python-dateutil", "six", "typing-extensions", "tzdata"),
}
DOORS = ("carecore.extra.", "carecore.testing")


def open_room(name: str) -> str:
    """Import *name*; a door to an optional library may say what to install instead."""
    try:
        import_module(name)
    except ImportError as error:
        if name.startswith(DOORS) and 'pip install "carecore[' in str(error):
            return f"{name}: closed, and says how to open it"
        raise
    return f"{name}: open"


def main() -> None:
    """Open everything, and print what was opened."""
    installed = {found.metadata["Name"].lower().replace("_", "-") for found in distributions()}
    if not installed <= EXPECTED:
        sys.exit(f"not bare: {sorted(installed - EXPECTED)}")
    for module in walk_packages(carecore.__path__, "carecore."):
        if module.name != "carecore.__main__":
            print(open_room(module.name))
    for name in carecore.__all__:
        getattr(carecore, name)
    print(f"carecore: {len(carecore.__all__)} public names")
    for arguments in (["--help"], ["demo"]):
        subprocess.run([sys.executable, "-I", "-m", "carecore", *arguments], check=True)


if __name__ == "__main__":
    main()

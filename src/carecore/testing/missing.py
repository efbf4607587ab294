"""What is said where the library is missing that draws values."""

__all__ = ["to_install"]


def to_install(missing: ModuleNotFoundError, /) -> ImportError:
    """The error that says what to install, where Hypothesis is missing; else *missing* itself.

    >>> print(to_install(ModuleNotFoundError(name="hypothesis")))
    values for tests are drawn by hypothesis, which is missing. Maybe pip install "carecore[testing]".

    .. versionadded:: 0.1
    """  # noqa: E501 # an error is one line
    if missing.name != "hypothesis":
        return missing
    what = "values for tests are drawn by hypothesis, which is missing"
    return ImportError(f'{what}. Maybe pip install "carecore[testing]".')

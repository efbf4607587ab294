"""What a refusal is about: the shape of a document, or what its values mean."""

import re

from carecore.errors import CareError, ManyFaults

_SHAPE = re.compile(
    r"stands where|has no field|^the field '.*' is missing$|is missing, and there are several"
    r"|^this is an? \w+, and an? |is a moment without a time zone$"
    r"|is none of the classes|is not the class|is not among the values|cannot hold"
    r"|^the list is \d+ long|^a whole number of|is no JSON number|too large for JSON"
    r"|half a surrogate pair|^the key .* stands twice|^the document"
)


def faults_of(error: CareError) -> tuple[CareError, ...]:
    """Each fault by itself."""
    return error.faults if isinstance(error, ManyFaults) else (error,)


def is_of_shape(fault: CareError) -> bool:
    """Whether a document cannot even be read, whatever its values mean."""
    return _SHAPE.search(fault.what) is not None

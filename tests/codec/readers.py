"""The two readers, side by side."""

from carecore.codec import dumps
from carecore.codec.quick import UNREAD, quick_document
from carecore.codec.reader import document_value
from carecore.codec.scan import scanned

from .samples import Whatever


def detailed(text: str, kind: type, types: tuple[type, ...] = ()) -> object:
    """What the detailed reader makes of a document."""
    plain, fault = scanned(text)
    if fault is not None:
        raise fault
    return document_value(plain, kind, types)


def is_same(one: Whatever, other: Whatever) -> bool:
    """Whether two values cannot be told apart, down to 1.50 and 1.5."""
    is_equal = type(one) is type(other) and one == other
    return is_equal and repr(one) == repr(other) and dumps(one) == dumps(other)


def agree(text: str, kind: type, types: tuple[type, ...] = ()) -> bool:
    """Whether a document is read as the detailed reader reads it, if it is read at once."""
    value = quick_document(text, kind, types)
    return value is UNREAD or is_same(value, detailed(text, kind, types))

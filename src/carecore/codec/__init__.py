"""Plain data and back: values as versioned JSON, and every fault of a document with its place.

`dumps` writes a value, `loads` reads one, `json_schema` tells other programs what they look like.
The room knows no noun: it reads the fields and annotations of the class it is handed, so values of
other packages go through it as well.
What it takes:

- attrs classes; a field that is private or `init=False` is left out, one that has its default too;
- text, whole numbers, floats, true and false, enums (by value), `Literal`, `NewType`;
- days, moments with a zone, times of day, `timedelta`, `Decimal`, `ZoneInfo`, jurisdictions,
  partial dates and offsets, each as text (`carecore.codec.texts` says how);
- tuples and frozensets, as lists;
- unions; where JSON alone cannot tell two members apart, `"$type"` does; two classes that are
  written as text need no mark if no text can be both (`PartialDate | datetime`).

*Intention*: a document is either read as a whole or refused with everything that is wrong with it,
and what was written by `dumps` is never among the refused.
"""

from carecore.codec.reading import loads
from carecore.codec.schema import json_schema
from carecore.codec.writing import dumps

__all__ = ["dumps", "json_schema", "loads"]

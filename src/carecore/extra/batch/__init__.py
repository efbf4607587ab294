"""Beyond one process: workers that share out with you, and the answer stays the same.

`allocate(..., workers=...)` takes them, and so does everything in `carecore.flows` that falls into
parts: `solve_in_parts` and `solve_components` take their `map`.

- `in_processes`: processes of this machine, by the standard library.
- `on_dask`: a Dask cluster, of one machine or many (`pip install "carecore[dask]"`).

Clients and professionals are sent to the workers as they are; what they know of people they keep as
long as they work on it.

*Intention*: who does the work is nobody's business but that of whoever has the machines, so it
changes no answer, no proof and no byte.
"""

from carecore.extra.batch.dask import on_dask
from carecore.extra.batch.processes import in_processes

__all__ = ["in_processes", "on_dask"]

"""Doors to other formats and libraries; each is opened by itself, as `carecore.extra.fhir`."""

__all__: list[str] = []

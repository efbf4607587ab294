"""What observations show, and for how long, worked out by hand."""

from datetime import date, timedelta

import pytest

from carecore.base.amounts import Code, Quantity
from carecore.base.reasons import Fact, Verdict
from carecore.base.timing import PartialDate
from carecore.record import Comparison, Observation, ObservationSign, ObservationValue

from .weighed import DAY, DELIRIUM, MARCH, NINE, NO_DELIRIUM, WALKS, fresh, march, shown, told, walk


def test_nothing_recorded_is_unknown_not_no() -> None:
    for sign in (WALKS, DELIRIUM, NO_DELIRIUM):
        evidence = shown(sign)
        assert (evidence.verdict, evidence.entries, evidence.is_stale) == (
            Verdict.UNKNOWN,
            (),
            False,
        )


@pytest.mark.parametrize(
    ("metres", "verdict", "key"),
    [
        (9, Verdict.NOT_MET, "observation_shows_otherwise"),
        (10, Verdict.MET, "observation_shows"),
        (11, Verdict.MET, "observation_shows"),
        (None, Verdict.UNKNOWN, "observation_without_value"),
    ],
)
def test_an_observation_shows_what_its_value_says(
    metres: int | None, verdict: Verdict, key: str
) -> None:
    evidence = shown(WALKS, walk("e-1", metres, happened=march(2)))

    assert (told(evidence), evidence.entries) == ((verdict, key), ("e-1",))


def test_an_observation_is_told_with_what_was_wanted() -> None:
    far, none = walk("e-1", 12, happened=march(2)), walk("e-1", None, happened=march(2))

    assert [str(shown(WALKS, one).reasons[0]) for one in (far, none)] == [
        "walking distance (2026-03-02) is 12 m, and at least 10 m is wanted",
        "walking distance (2026-03-02) is unknown, and at least 10 m is wanted",
    ]
    assert shown(WALKS, far).reasons[0].facts == (
        Fact(name="observation", seen="e-1"),
        Fact(name="happened", seen="2026-03-02"),
        Fact(name="value", seen="12 m"),
    )


@pytest.mark.parametrize(
    ("comparison", "met"),
    [
        (Comparison.AT_LEAST, (False, True, True)),
        (Comparison.AT_MOST, (True, True, False)),
        (Comparison.EQUAL, (False, True, False)),
        (Comparison.BELOW, (True, False, False)),
        (Comparison.ABOVE, (False, False, True)),
    ],
)
def test_amounts_are_compared_as_asked(
    comparison: Comparison, met: tuple[bool, bool, bool]
) -> None:
    sign = ObservationSign(
        what="walking_distance", comparison=comparison, value=Quantity("10.0", "m")
    )

    verdicts = [shown(sign, walk("e-1", far, happened=DAY)).verdict for far in (9, 10, 11)]
    assert verdicts == [Verdict.MET if one else Verdict.NOT_MET for one in met]


ICD, SNOMED = "http://hl7.org/fhir/sid/icd-10", "http://snomed.info/sct"


@pytest.mark.parametrize(
    ("wanted", "value", "verdict", "key"),
    [
        (Quantity(1, "m"), Quantity(1, "km"), Verdict.UNKNOWN, "units_differ"),
        (Quantity(1, "m"), True, Verdict.UNKNOWN, "kinds_of_value_differ"),
        (True, Quantity(1), Verdict.UNKNOWN, "kinds_of_value_differ"),
        (True, True, Verdict.MET, "observation_shows"),
        (True, False, Verdict.NOT_MET, "observation_shows_otherwise"),
        (False, False, Verdict.MET, "observation_shows"),
        ("low", "low", Verdict.MET, "observation_shows"),
        ("low", "high", Verdict.NOT_MET, "observation_shows_otherwise"),
        ("low", True, Verdict.UNKNOWN, "kinds_of_value_differ"),
        (
            Code(system=ICD, code="I10", label="wanted"),
            Code(system=ICD, code="I10", label="seen"),
            Verdict.MET,
            "observation_shows",
        ),
        (
            Code(system=ICD, code="I10"),
            Code(system=ICD, code="I11"),
            Verdict.NOT_MET,
            "observation_shows_otherwise",
        ),
        (
            Code(system=ICD, code="I10"),
            Code(system=SNOMED, code="I10"),
            Verdict.UNKNOWN,
            "code_systems_differ",
        ),
    ],
)
def test_what_cannot_be_compared_is_unknown_and_says_why(
    wanted: ObservationValue, value: ObservationValue, verdict: Verdict, key: str
) -> None:
    sign = ObservationSign(what="seen", comparison=Comparison.EQUAL, value=wanted)
    seen = Observation(id="e-1", what="seen", value=value, happened=march(2))

    assert told(shown(sign, seen)) == (verdict, key)


@pytest.mark.parametrize(
    ("value", "verdict", "text"),
    [
        (True, Verdict.MET, "yes"),
        (False, Verdict.NOT_MET, "no"),
        (None, Verdict.UNKNOWN, "unknown"),
        (Quantity(0, "{score}"), Verdict.MET, "0 {score}"),
        ("low", Verdict.MET, "low"),
        (Code(system=ICD, code="I10"), Verdict.MET, "I10"),
    ],
)
def test_what_is_present_is_anything_but_no(
    value: ObservationValue | None, verdict: Verdict, text: str
) -> None:
    evidence = shown(
        ObservationSign(what="pain"),
        Observation(id="e-1", what="pain", value=value, happened=march(2)),
    )

    assert (evidence.verdict, str(evidence.reasons[0])) == (
        verdict,
        f"pain (2026-03-02) is {text}, and any but no is wanted",
    )


def test_of_observations_the_latest_decides_so_what_was_met_can_be_lost_again() -> None:
    better, worse = walk("e-1", 20, happened=march(2)), walk("e-2", 5, happened=march(4))

    assert shown(WALKS, worse, better).verdict is Verdict.NOT_MET
    assert shown(WALKS, worse, better, as_of=march(3)).verdict is Verdict.MET


def test_an_observation_is_met_since_the_first_of_the_unbroken_run() -> None:
    walks = (
        walk("e-1", 12, happened=march(1)),
        walk("e-2", 5, happened=march(2)),
        walk("e-3", 10, happened=march(4)),
        walk("e-4", 15, happened=march(6)),
        walk("e-5", 30, happened=march(8)),
    )

    evidence = shown(WALKS, *walks)
    assert (str(evidence.met_at), evidence.entries) == ("2026-03-04", ("e-3", "e-5"))


def test_a_run_is_broken_by_what_cannot_be_compared_and_by_the_time_that_counts() -> None:
    walks = (
        walk("e-1", 12, happened=march(1)),
        walk("e-2", None, happened=march(2)),
        walk("e-3", 10, happened=march(4)),
        walk("e-4", 15, happened=march(6)),
    )

    starts = [shown(WALKS, *walks, since=since).met_at for since in (None, march(5))]
    assert [str(start) for start in starts] == ["2026-03-04", "2026-03-06"]


def test_a_look_of_which_nothing_is_recorded_breaks_a_run_of_what_is_present() -> None:
    values: tuple[bool | None, ...] = (True, None, True)
    looks = (
        Observation(id=f"e-{day}", what="pain", value=value, happened=march(day))
        for day, value in enumerate(values, start=1)
    )

    assert str(shown(ObservationSign(what="pain"), *looks).met_at) == "2026-03-03"


def test_of_two_observations_at_one_time_the_last_in_the_record_decides() -> None:
    near, far = walk("e-1", 5, happened=NINE), walk("e-2", 50, happened=NINE)

    assert (shown(WALKS, near, far).verdict, shown(WALKS, far, near).verdict) == (
        Verdict.MET,
        Verdict.NOT_MET,
    )


@pytest.mark.parametrize(
    "observation",
    [
        walk("e-1", 50, happened=march(10)),
        walk("e-1", 50, happened=march(2), client_id="c-18"),
        Observation(id="e-1", what="stairs", value=True, happened=march(2)),
        Observation(id="e-1", value=Quantity(50, "m"), happened=march(2)),
    ],
)
def test_later_observations_others_and_other_clients_do_not_count(
    observation: Observation,
) -> None:
    evidence = shown(WALKS, observation)

    assert (told(evidence), str(evidence.reasons[0])) == (
        (Verdict.UNKNOWN, "observation_missing"),
        "no walking distance is recorded by 2026-03-09",
    )


@pytest.mark.parametrize(
    "observation",
    [walk("e-1", 50), walk("e-1", 50, happened=MARCH), walk("e-1", 50, recorded=MARCH)],
)
def test_an_observation_that_may_be_of_later_is_unknown(observation: Observation) -> None:
    evidence = shown(WALKS, observation)

    assert (told(evidence), evidence.entries) == (
        (Verdict.UNKNOWN, "observation_undated"),
        ("e-1",),
    )


@pytest.mark.parametrize("metres", [5, 50, None])
def test_a_stale_observation_is_not_met_and_not_no(metres: int | None) -> None:
    evidence = shown(fresh(days=3), walk("e-1", metres, happened=march(5)))

    assert (told(evidence), evidence.is_stale, evidence.entries, evidence.met_at) == (
        (Verdict.UNKNOWN, "observation_stale"),
        True,
        ("e-1",),
        None,
    )
    assert str(evidence.reasons[0]) == (
        "the last walking distance (2026-03-05) is too old to rely on"
    )


@pytest.mark.parametrize(
    ("sign", "happened", "as_of", "key"),
    [
        (fresh(days=3), march(6), DAY, "observation_shows"),
        (fresh(days=3), march(5), DAY, "observation_stale"),
        (fresh(days=0), DAY, DAY, "observation_shows"),
        (fresh(months=1), PartialDate(2026, 2, 9), DAY, "observation_shows"),
        (fresh(months=1), PartialDate(2026, 2, 8), DAY, "observation_stale"),
        (fresh(days=3), NINE - timedelta(days=3, hours=5), NINE, "observation_shows"),
        (fresh(days=3), NINE - timedelta(days=4), NINE, "observation_stale"),
        (fresh(hours=12), NINE - timedelta(hours=12), NINE, "observation_shows"),
        (fresh(hours=12), NINE - timedelta(hours=12, seconds=1), NINE, "observation_stale"),
        (fresh(hours=12), NINE - timedelta(hours=1), DAY, "observation_of_unknown_age"),
        (fresh(hours=12), march(2), NINE, "observation_of_unknown_age"),
        (fresh(days=3), None, DAY, "observation_of_unknown_age"),
        (fresh(days=20), PartialDate(2026, 2), DAY, "observation_of_unknown_age"),
        (fresh(days=37), PartialDate(2026, 2), DAY, "observation_shows"),
        (fresh(days=8), PartialDate(2026, 2), DAY, "observation_stale"),
        (fresh(years=9_000), march(2), DAY, "observation_shows"),
        (fresh(hours=10**11), NINE, NINE, "observation_shows"),
    ],
)
def test_how_old_an_observation_is_decides_whether_it_is_relied_on(
    sign: ObservationSign, happened: date | PartialDate | None, as_of: date, key: str
) -> None:
    # What happened on an unknown day was at least written down on a known one.
    recorded = PartialDate(2026, 3, 8) if happened is None else None
    evidence = shown(sign, walk("e-1", 50, happened=happened, recorded=recorded), as_of=as_of)

    assert (evidence.reasons[0].id, evidence.is_stale) == (key, key == "observation_stale")


def test_only_the_latest_observation_has_to_be_fresh() -> None:
    walks = (walk("e-1", 10, happened=march(1)), walk("e-2", 20, happened=march(8)))

    evidence = shown(fresh(days=3), *walks)
    assert (evidence.verdict, str(evidence.met_at)) == (Verdict.MET, "2026-03-01")


def test_another_unit_is_called_another_unit() -> None:
    sign = ObservationSign(
        what="stairs_climbed", comparison=Comparison.AT_LEAST, value=Quantity(3, "{steps}")
    )
    seen = Observation(
        id="e-1", what="stairs_climbed", value=Quantity(7, "steps"), happened=march(2)
    )

    assert str(shown(sign, seen).reasons[0]) == (
        "stairs climbed (2026-03-02) is 7 steps, in another unit than the 3 {steps} that are wanted"
    )

"""How professional bodies divide the field."""

import pytest

from carecore.base.reasons import Citation
from carecore.catalogue import STANDARD
from carecore.catalogue.frames import FRAMES

BY_ID = {frame.id: frame for frame in FRAMES}


def duties_of(frame: str) -> list[tuple[str, ...]]:
    """The duties under each part of a frame, in its order."""
    return [tuple(part.duties) for part in BY_ID[frame].parts]


@pytest.mark.parametrize(
    ("frame", "labels"),
    [
        ("cmsa_2010", list("ABCDEFGHIJKLMNO")),
        ("cmsa_2016_process", list("123456")),
        ("ccmc_phases", list("123456789")),
        ("ccmc_exam_2025", list("123456")),
        ("nasw_2013", [str(number) for number in range(1, 13)]),
        ("acma_2020_scope", list("123456")),
        ("acma_2013_standards", list("1234567")),
        ("alca_areas", list("12345678")),
        ("naccm_domains", list("1234")),
    ],
)
def test_a_frame_has_as_many_parts_as_its_body_gives_it(frame: str, labels: list[str]) -> None:
    assert [part.label for part in BY_ID[frame].parts] == labels


def test_the_case_managers_process_runs_from_screening_to_evaluation() -> None:
    assert duties_of("ccmc_phases") == [
        ("find_and_engage_clients",),
        ("assess_whole_person",),
        ("stratify_risk",),
        ("write_care_plan",),
        ("coordinate_care",),
        ("monitor_care",),
        ("manage_transition",),
        ("contact_after_transition",),
        ("evaluate_outcomes",),
    ]


@pytest.mark.parametrize(
    ("label", "duty"),
    [
        ("1", "keep_code_of_ethics"),
        ("4", "fit_culture_and_language"),
        ("5", "assess_whole_person"),
        ("6", "write_care_plan"),
        ("7", "advocate"),
        ("8", "collaborate_across_disciplines"),
        ("10", "keep_records"),
        ("11", "keep_workload_sustainable"),
    ],
)
def test_a_standard_of_social_workers_names_a_duty(label: str, duty: str) -> None:
    parts = {part.label: part.duties for part in BY_ID["nasw_2013"].parts}

    assert duty in parts[label]


@pytest.mark.parametrize("label", ["2", "3", "12"])
def test_a_standard_about_the_professional_names_no_duty(label: str) -> None:
    parts = {part.label: part.duties for part in BY_ID["nasw_2013"].parts}

    assert parts[label] == ()


def test_crisis_and_housing_are_areas_of_care_managers_only() -> None:
    wanted = {"respond_in_crisis", "advise_on_housing"}
    naming = {
        frame.id for frame in FRAMES for part in frame.parts if not wanted.isdisjoint(part.duties)
    }

    assert naming == {"alca_areas"}


def test_utilization_review_is_a_part_of_hospital_case_management_only() -> None:
    naming = {
        frame.id for frame in FRAMES for part in frame.parts if "review_utilization" in part.duties
    }

    assert naming == {"acma_2020_scope"}


def test_the_exam_s_domains_are_names_only() -> None:
    assert set(duties_of("ccmc_exam_2025")) == {()}


def test_the_domains_of_the_care_managers_exam_are_not_verified() -> None:
    cited = [one for one in BY_ID["naccm_domains"].sources if isinstance(one, Citation)]

    assert cited[0].verified is False


def test_every_duty_of_a_frame_is_in_the_catalogue() -> None:
    named = {duty for frame in FRAMES for part in frame.parts for duty in part.duties}

    assert named <= {duty.id for duty in STANDARD.duties}


def test_every_frame_says_what_it_rests_on() -> None:
    assert [frame.id for frame in FRAMES if not frame.sources] == []

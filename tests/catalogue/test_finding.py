"""Finding roles by title, and needs by the words of a family."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.reasons import OwnChoice
from carecore.catalogue import (
    STANDARD,
    Catalogue,
    FoundNeed,
    FoundRole,
    NeedAnswer,
    NeedMatch,
    TitleAnswer,
    find_needs,
    find_roles,
)
from carecore.credentials import Credential, CredentialKind
from carecore.duties import Duty
from carecore.errors import InvalidValue, WrongType
from carecore.needs import Danger, Need
from carecore.roles import Role, Title, TitleConfidence, TitleUse

HOUSE = OwnChoice("told by the house")
STREET = OwnChoice("told by the street")

SMALL = Catalogue(
    credentials=(Credential(id="alca", name="a society", kind=CredentialKind.MEMBERSHIP),),
    duties=(Duty(id="help", name="help", description="help"),),
    roles=(
        Role(id="case_manager", name="case manager", definition="x"),
        Role(id="care_manager", name="care manager", definition="x"),
    ),
    titles=(
        Title(text="care manager", role="case_manager", confidence=TitleConfidence.CONTESTED),
        Title(
            text="care manager",
            role="care_manager",
            confidence=TitleConfidence.EXACT,
            sources=(HOUSE,),
        ),
        Title(
            text="ageing specialist",
            role="care_manager",
            requires_membership="alca",
            note="since 1985",
        ),
        Title(text="ward planner", role="case_manager"),
        Title(text="discharge planner", role="case_manager"),
    ),
    title_uses=(
        TitleUse(
            title="discharge planners",
            who="clerk",
            country="GB",
            employer="a home",
            does="writes letters",
            ask="Is the person a clerk?",
            sources=(STREET, HOUSE),
        ),
        TitleUse(title="ward planner", who="architect"),
        TitleUse(title="matron", who="head of a ward"),
    ),
    needs=(
        Need(
            id="understand_bills",
            words="we do not understand the bills",
            duties=("help",),
            phrases=("nobody can read these bills", "the bills make no sense to us"),
        ),
        Need(id="losing_heart", words="she is losing heart", duties=("help",)),
        Need(id="losing_weight", words="she is losing weight", duties=("help",)),
    ),
    dangers=(
        Danger(id="fire", phrases=("house is on fire", "smoke"), say="Call the fire brigade."),
    ),
)

QUESTIONS = 4
PAGE = """\
“planner”
=========

role          confidence  as                 to know
------------  ----------  -----------------  -----------------------------------
care manager  alias       ageing specialist  only for members of ALCA; since
                                             1985

Other uses
----------

who else bears it  country  employed by  does
-----------------  -------  -----------  --------------
clerk              GB       a home       writes letters
architect          –

What would decide
-----------------

- Who pays?

Sources
-------

- carecore's own choice: told by the street
- carecore's own choice: told by the house"""


def roles(title: str) -> list[tuple[str, str]]:
    """The roles that a title may stand for in the small catalogue, and how surely."""
    answer = find_roles(title, catalogue=SMALL)
    return [(one.role, one.confidence.value) for one in answer.candidates]


@pytest.mark.parametrize(
    "title", ["care manager", "Care Manager", "CARE-MANAGERS", " care_manager ", "Care  Manager!"]
)
def test_case_hyphens_and_plural_make_no_difference(title: str) -> None:
    assert roles(title) == [("care_manager", "exact"), ("case_manager", "contested")]


def test_a_title_spelled_a_little_differently_is_close() -> None:
    assert roles("ageing specialst") == [("care_manager", "close")]


def test_of_several_close_titles_the_most_alike_comes_first() -> None:
    answer = find_roles("care maneger", catalogue=SMALL)

    assert [one.title for one in answer.candidates] == ["care manager", "care manager"]


def test_a_title_like_no_other_finds_nothing() -> None:
    answer = find_roles("submarine captain", catalogue=SMALL)

    assert (answer.candidates, answer.other_uses, answer.would_decide, answer.is_contested) == (
        (),
        (),
        (),
        False,
    )


@pytest.mark.parametrize("title", ["discharge planner", "discharge planners", "discharge planer"])
def test_another_use_of_a_title_is_found_in_the_plural_and_misspelled_too(title: str) -> None:
    answer = find_roles(title, catalogue=SMALL)

    assert [use.who for use in answer.other_uses] == ["clerk"]


def test_somebody_else_may_bear_a_title_that_stands_for_no_role() -> None:
    answer = find_roles("matron", catalogue=SMALL)

    assert ([use.who for use in answer.other_uses], answer.is_contested) == (
        ["head of a ward"],
        False,
    )


@pytest.mark.parametrize(
    ("title", "contested"),
    [
        ("care manager", True),
        ("ageing specialist", False),
        ("ageing specialst", True),
        ("ward planner", True),
    ],
)
def test_a_title_is_contested_unless_it_surely_means_one_thing(
    title: str, *, contested: bool
) -> None:
    assert find_roles(title, catalogue=SMALL).is_contested is contested


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("care manager", QUESTIONS),
        ("discharge planner", QUESTIONS + 1),
        ("ageing specialist", 0),
        ("ward planner", QUESTIONS),
        ("matron", QUESTIONS),
        ("submarine captain", 0),
    ],
)
def test_questions_are_asked_where_they_can_decide(title: str, number: int) -> None:
    assert len(find_roles(title, catalogue=SMALL).would_decide) == number


@pytest.mark.parametrize("title", [one.text for one in STANDARD.titles])
def test_every_title_of_the_catalogue_finds_its_role(title: str) -> None:
    wanted = {one.role for one in STANDARD.titles if one.text == title}

    assert wanted <= {one.role for one in find_roles(title).candidates}


@given(title=st.text(min_size=1, max_size=80).filter(str.strip))
def test_candidates_come_surest_first(title: str) -> None:
    order = list(TitleConfidence)
    found = [order.index(one.confidence) for one in find_roles(title, catalogue=SMALL).candidates]

    assert found == sorted(found)


@given(title=st.text(min_size=1, max_size=80).filter(str.strip))
def test_whatever_is_asked_can_be_shown(title: str) -> None:
    answers = (find_roles(title, catalogue=SMALL), find_needs(title, catalogue=SMALL))

    assert all(str(one) and one.asked == title for one in answers)


@pytest.mark.parametrize("full", [False, True])
def test_an_answer_about_a_title_reads_as_one_page(*, full: bool) -> None:
    answer = TitleAnswer(
        asked="planner",
        candidates=find_roles("ageing specialist", catalogue=SMALL).candidates,
        other_uses=SMALL.title_uses[:2],
        would_decide=("Who pays?",),
    )

    assert str(answer.outline(full=full)) == PAGE


def test_an_answer_about_a_title_shows_each_source_once() -> None:
    answer = TitleAnswer(
        asked="planner",
        candidates=find_roles("care manager", catalogue=SMALL).candidates,
        other_uses=SMALL.title_uses,
    )

    assert [str(answer).count(str(source)) for source in (HOUSE, STREET)] == [1, 1]


def test_an_answer_without_candidates_says_so() -> None:
    assert (str(TitleAnswer(asked="x")), str(NeedAnswer(asked="x"))) == (
        "“x”\n===\n\nNo title of the catalogue looks like it.",
        "“x”\n===\n\nNo need of the catalogue looks like it.",
    )


@pytest.mark.parametrize(
    "words", ["she is losing heart", "She is losing heart.", "losing heart", "losing_heart"]
)
def test_the_words_and_the_id_of_a_need_fit_exactly(words: str) -> None:
    answer = find_needs(words, catalogue=SMALL)

    assert (answer.best, answer.candidates[0].match, answer.candidates[0].shared) == (
        "losing_heart",
        NeedMatch.EXACT,
        100,
    )


def test_other_words_for_a_need_come_close() -> None:
    answer = find_needs("who can tell us what nobody can read on these bills?", catalogue=SMALL)

    assert (answer.best, answer.candidates[0].match) == ("understand_bills", NeedMatch.CLOSE)


def test_of_the_phrases_of_a_need_the_one_that_fits_best_is_shown() -> None:
    answer = find_needs("nobody can read the bills", catalogue=SMALL)

    assert [one.words for one in answer.candidates] == ["nobody can read these bills"]


def test_words_that_fit_two_needs_alike_fit_neither_best() -> None:
    answer = find_needs("she is losing", catalogue=SMALL)

    assert (len(answer.candidates), answer.best) == (2, None)


def test_words_that_fit_nothing_have_no_best() -> None:
    assert find_needs("the submarine sank", catalogue=SMALL).best is None


def found(need: str, shared: int, match: NeedMatch = NeedMatch.CLOSE) -> FoundNeed:
    """A need that was found."""
    return FoundNeed(need=need, words="x", match=match, shared=shared)


@pytest.mark.parametrize(
    ("candidates", "best"),
    [
        ([found("a", 70)], "a"),
        ([found("a", 69)], None),
        ([found("a", 60), found("b", 50)], "a"),
        ([found("a", 59), found("b", 40)], None),
        ([found("a", 60), found("b", 51)], None),
        ([found("a", 100, NeedMatch.EXACT), found("b", 99)], "a"),
        ([found("a", 100, NeedMatch.EXACT), found("b", 100, NeedMatch.EXACT)], None),
    ],
)
def test_the_best_need_leads_clearly(candidates: list[FoundNeed], best: str | None) -> None:
    assert NeedAnswer(asked="x", candidates=candidates).best == best


def test_at_most_five_needs_are_offered() -> None:
    many = SMALL.extend(
        needs=[Need(id=f"need_{n}", words=f"help {n}", duties=("help",)) for n in range(9)]
    )

    assert len(find_needs("help", catalogue=many).candidates) <= 5


@pytest.mark.parametrize("need", STANDARD.needs, ids=lambda need: need.id)
def test_every_need_of_the_catalogue_is_the_best_for_its_own_words(need: Need) -> None:
    found = {text: find_needs(text) for text in (need.id, need.words, *need.phrases)}
    lost = [text for text, one in found.items() if one.best != need.id or one.dangers]

    assert lost == []


@pytest.mark.parametrize(
    ("words", "need"),
    [
        ("can't shower by himself", "help_bathing"),
        ("she is unable to wash herself", "help_bathing"),
        ("the hospital bills confuse us", "understand_bills"),
        ("nobody understands the bills", "understand_bills"),
        ("we don’t understand the bills", "understand_bills"),
        ("he mixes up his medicines", "watch_medicines"),
        ("Medicare won't pay", "insurer_refuses"),
        ("I'm exhausted", "carer_exhausted"),
        ("translate for us", "other_language"),
        ("she wants to come home", "leave_hospital"),
        ("she has lost hope", "losing_heart"),
        ("Dad's lonely", "lonely"),
        ("a nurse to fly home with my father", "fly_home_with_nurse"),
        ("please find a nursing home", "find_care_home"),
    ],
)
def test_what_families_say_leads_to_the_need(words: str, need: str) -> None:
    assert find_needs(words).best == need


@pytest.mark.parametrize(
    "words",
    [
        "she is not lonely",
        "he is not lonely any more",
        "we understand the bills",
        "he needs no nurse to fly home",
        "she needs no help with bathing",
        "we want no second opinion",
        "the doctors speak our language",
        "the insurer says yes",
        "she is never alone",
    ],
)
def test_who_denies_a_need_does_not_have_it(words: str) -> None:
    assert find_needs(words).best is None


@pytest.mark.parametrize(
    "words",
    [
        "she doesn't eat",
        "we live in another state",
        "my wife needs a doctor",
        "she cannot walk",
        "he refuses help",
        "hospital bed",
        "oxygen at home",
        "she is in pain",
        "bills",
        "nurse",
        "hospital",
        "home",
        "care",
        "help",
        "who is in charge?",
        "he has plenty of money",
        "no nursing home will take him",
    ],
)
def test_a_common_word_is_not_enough(words: str) -> None:
    assert find_needs(words).best is None


@pytest.mark.parametrize(
    ("words", "danger"),
    [
        ("call an ambulance", "emergency"),
        ("they won't call an ambulance", "emergency"),
        ("why did they not call an ambulance?", "emergency"),
        ("he is not breathing", "emergency"),
        ("He isn’t breathing!", "emergency"),
        ("she cant breathe", "emergency"),
        ("chest pain now", "emergency"),
        ("a pain in his chest", "emergency"),
        ("it's an emergency", "emergency"),
        ("she's bleeding", "emergency"),
        ("he fell down and can't get up", "emergency"),
        ("he wants to die", "self_harm"),
        ("No, she wants to die", "self_harm"),
        ("no she wants to die", "self_harm"),
        ("he doesn't want to live any more", "self_harm"),
        ("she will hurt herself", "self_harm"),
        ("she said she'd kill herself", "self_harm"),
        ("they tie him to the chair", "abuse_or_neglect"),
        ("he hits her", "abuse_or_neglect"),
        ("does he not hit her?", "abuse_or_neglect"),
        ("somebody is hitting my old mother", "abuse_or_neglect"),
        ("she is being abused", "abuse_or_neglect"),
        ("we fear that she is badly treated", "abuse_or_neglect"),
        ("she has no food and nobody comes", "abuse_or_neglect"),
        ("the staff don't feed the residents", "abuse_or_neglect"),
        ("the aide steals my mother's money", "abuse_or_neglect"),
    ],
)
def test_words_that_may_be_a_sign_of_danger_are_met_by_a_warning_and_no_need(
    words: str, danger: str
) -> None:
    answer = find_needs(words)

    assert (answer.best, [one.id for one in answer.dangers]) == (None, [danger])


@pytest.mark.parametrize(
    "words",
    [
        "we do not need an ambulance",
        "we need an air ambulance",
        "she has no chest pain",
        "he never hits her",
        "he is not being abused",
        "she does not want to die in hospital",
        "whom do we call in an emergency?",
        "he has had a stroke and needs rehab",
        "what to do after her heart attack",
        "substance abuse counselling",
        "the ambulance bill",
        "diet and exercise",
    ],
)
def test_words_that_only_look_like_danger_are_met_by_none(words: str) -> None:
    assert find_needs(words).dangers == ()


def test_a_danger_bars_even_a_need_that_fits_word_for_word() -> None:
    answer = NeedAnswer(
        asked="x",
        candidates=[found("a", 100, NeedMatch.EXACT)],
        dangers=SMALL.dangers,
    )

    assert answer.best is None


def test_an_answer_opens_with_what_to_say_about_danger() -> None:
    answer = find_needs("smoke, and the house is on fire", catalogue=SMALL)

    assert str(answer).splitlines()[3:] == [
        "Call the fire brigade.",
        "",
        "No need of the catalogue looks like it.",
    ]


@pytest.mark.parametrize("danger", STANDARD.dangers, ids=lambda danger: danger.id)
def test_every_sign_of_a_danger_is_heard(danger: Danger) -> None:
    unheard = [
        phrase
        for phrase in danger.phrases
        if danger.id
        not in {one.id for one in find_needs(phrase.replace("oneself", "herself")).dangers}
    ]

    assert unheard == []


@given(words=st.text(min_size=1, max_size=80).filter(str.strip))
def test_needs_come_best_first(words: str) -> None:
    answer = find_needs(words, catalogue=SMALL)
    fits = [(one.match is NeedMatch.EXACT, one.shared) for one in answer.candidates]

    assert fits == sorted(fits, reverse=True)


@pytest.mark.parametrize("full", [False, True])
def test_an_answer_about_needs_reads_as_one_table(*, full: bool) -> None:
    answer = NeedAnswer(asked="low", candidates=[found("losing_heart", 60)])

    assert str(answer.outline(full=full)) == (
        "“low”\n"
        "=====\n"
        "\n"
        "need          as  match  of 100\n"
        "------------  --  -----  ------\n"
        "losing_heart  x   close  60"
    )


@pytest.mark.parametrize("asked", [find_roles, find_needs])
@pytest.mark.parametrize("text", [None, 3, b"care manager", ["care manager"]])
def test_what_is_asked_is_text(asked: object, text: object) -> None:
    ask: Any = asked
    with pytest.raises(WrongType, match="and text is wanted"):
        ask(text)


@pytest.mark.parametrize("asked", [find_roles, find_needs])
@pytest.mark.parametrize("text", ["", " ", "x" * 501])
def test_what_is_asked_says_something(asked: object, text: str) -> None:
    ask: Any = asked
    with pytest.raises(InvalidValue):
        ask(text)


@pytest.mark.parametrize("asked", [find_roles, find_needs])
@pytest.mark.parametrize("catalogue", [None, "STANDARD", {}])
def test_only_a_catalogue_can_be_asked(asked: object, catalogue: object) -> None:
    ask: Any = asked
    with pytest.raises(WrongType, match=r"the catalogue is .*, and a Catalogue is wanted"):
        ask("care manager", catalogue=catalogue)


@pytest.mark.parametrize("shared", [-1, 101, 10**5])
def test_what_is_shared_lies_between_nothing_and_all(shared: int) -> None:
    with pytest.raises(InvalidValue) as caught:
        found("losing_heart", shared)
    assert str(caught.value) == "$.shared: the share is not between 0 and 100. Maybe 100."


def test_the_words_for_confidence_and_match_are_not_the_things() -> None:
    untyped: Any = "close"
    with pytest.raises(WrongType, match="and a TitleConfidence is wanted"):
        FoundRole(role="care_manager", confidence=untyped, title="x")
    with pytest.raises(WrongType, match="and a NeedMatch is wanted"):
        found("losing_heart", 60, untyped)

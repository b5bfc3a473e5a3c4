"""Made-up people: the same seed makes the same person, whatever was made before."""

import datetime as dt

import pytest

from fakes.people import municipality, person
from fakes.world import World

SEEDS = [f"seed {number}" for number in range(50)]


@pytest.mark.parametrize("seed", ["", "a", "日本語"])
def test_a_seed_makes_one_person(seed: str) -> None:
    first = person(seed)
    person("somebody in between")
    assert person(seed) == first


def test_seeds_make_different_people() -> None:
    made = {person(seed) for seed in SEEDS}
    assert len(made) == len(SEEDS)
    assert len({someone.name for someone in made}) > 40
    assert len({someone.municipality for someone in made}) > 40


@pytest.mark.parametrize("seed", SEEDS[:5])
def test_a_person_is_a_resident_of_japan(seed: str) -> None:
    someone = person(seed)
    assert not someone.name.isascii()
    assert any(kind in someone.municipality for kind in "都道府県")
    assert dt.date(1940, 1, 1) <= someone.born <= dt.date(2005, 12, 31)


def test_a_municipality_is_made_by_its_seed_but_never_the_other() -> None:
    first = municipality("a", other_than="")
    assert municipality("a", other_than="") == first
    second = municipality("a", other_than=first)
    assert second != first
    assert municipality("a", other_than=first) == second


def test_elsewhere_does_not_depend_on_when_it_is_asked(world: World) -> None:
    asked_first = World(world.policy, world.seed).elsewhere
    world.office.register_move(world.card, asked_first)
    assert world.elsewhere == asked_first

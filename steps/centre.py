"""Steps on the reservation centre."""

from pytest_bdd import given, parsers, when

from fakes.centre.line import LineFault, Trouble
from fakes.world import World
from steps import values


@given("予約センターにつながらない")
def centre_out_of_reach(world: World) -> None:
    """The reservation centre is out of reach."""
    world.line.be_reachable(False)


@given("書き込みの直後に予約センターにつながらなくなる")
def centre_lost_after_writing(world: World) -> None:
    """The reservation centre will go out of reach right after the writing."""
    world.line.arrange(LineFault(Trouble.DOWN, "confirm"))


@given(
    parsers.parse("予約センターへの「{call}」{trouble}"),
    converters={"call": values.one_of(values.CALLS), "trouble": values.one_of(values.TROUBLES)},
)
def call_goes_wrong(world: World, call: str, trouble: Trouble) -> None:
    """The next message "{call}" to the reservation centre {trouble}."""
    world.line.arrange(LineFault(trouble, call))


@given("予約センターにつながるようになっている")
@when("予約センターにつながるようになる")
def centre_back(world: World) -> None:
    """The reservation centre comes back in reach."""
    world.line.be_reachable(True)

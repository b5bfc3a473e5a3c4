"""How the procedure has changed over the years: its editions, and which held on a day.

Where public pages give no exact day, an edition begins somewhere between two days, and both are
kept: nothing is guessed. Facts that no edition names are taken to have held all along, which nobody
has checked; the editions know what one could reset where, and no more.
"""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from fakes.policy import CHAINS, NONE, SIGNATURE_ONLY, Policy
from fakes.purposes import Purpose
from fakes.words import Words

Chains = tuple[tuple[str, frozenset[Purpose]], ...]

FIRST_CHAIN = "セブン-イレブン"


class BadDay(Exception):
    """A text names no day; the message says how one is written."""


@dataclass(frozen=True)
class Edition:
    """The procedure as it was from some day on, until the next edition.

    `since` is its first day, or the earliest and the latest day that its first can have been.
    `changes` are the fields of `Policy` in which it differs from today's, with their values.
    """

    id: str
    name: Words
    since: dt.date | tuple[dt.date, dt.date]
    source: Words
    changes: Mapping[str, Any]

    @property
    def earliest(self) -> dt.date:
        """The first day on which it can have held."""
        return self.since[0] if isinstance(self.since, tuple) else self.since

    @property
    def latest(self) -> dt.date:
        """The day from which on it surely held, unless it had been followed by another."""
        return self.since[1] if isinstance(self.since, tuple) else self.since

    @property
    def policy(self) -> Policy:
        """The procedure as it was then."""
        return dataclasses.replace(Policy(), **self.changes)


def _changed(**changes: Any) -> Mapping[str, Any]:
    return MappingProxyType(changes)


def _nowhere() -> Chains:
    return tuple((chain, NONE) for chain, _ in CHAINS)


def _password_at(*chains: str) -> Chains:
    return tuple((chain, SIGNATURE_ONLY if chain in chains else NONE) for chain, _ in CHAINS)


EVERY_CHAIN = tuple(chain for chain, resets in CHAINS if resets)

EDITIONS = (
    Edition(
        "counter-only",
        Words("窓口だけ", "the counter only"),
        dt.date.min,
        Words(
            "2021年までは、再設定できるのは窓口だけだった(市区町村のページ)",
            "until 2021 only the counter reset anything (municipal pages)",
        ),
        _changed(chains=_nowhere()),
    ),
    Edition(
        "password-at-one-chain",
        Words("署名用パスワードをセブン-イレブンで", "the signing password at 7-Eleven"),
        # "Early 2022", and no day: at the latest with the first half of the year.
        (dt.date(2022, 1, 1), dt.date(2022, 6, 30)),
        Words(
            "2022年のはじめから、署名用パスワードをセブン-イレブンで再設定できる(市区町村のページ)",
            "from early 2022 the signing password can be reset at 7-Eleven (municipal pages)",
        ),
        _changed(chains=_password_at(FIRST_CHAIN)),
    ),
    Edition(
        "password-at-more-chains",
        Words("署名用パスワードをほかのチェーンでも", "the signing password at more chains"),
        # They joined one by one; in what order is not known, and so all count as one edition.
        (dt.date(2022, 1, 1), dt.date(2022, 12, 31)),
        Words(
            "2022年のうちに、ほかのチェーンも加わった(市区町村のページ)",
            "more chains joined in the course of 2022 (municipal pages)",
        ),
        _changed(chains=_password_at(*EVERY_CHAIN)),
    ),
    Edition(
        "pin-at-two-chains",
        Words("数字4桁も二つのチェーンで", "the 4-digit PIN too, at two chains"),
        (dt.date(2022, 8, 1), dt.date(2023, 8, 31)),
        Words(
            "2022年8月から2023年8月までのどこかで、数字4桁も再設定できるようになった。"
            "それより前のページは、できないという(市区町村のページ)",
            "at some time between August 2022 and August 2023 the 4-digit PIN could be reset too; "
            "earlier pages say that it cannot (municipal pages)",
        ),
        _changed(),
    ),
)
"""In the order in which they began. The last is today's, and changes nothing."""


def day_named(text: str) -> dt.date:
    """Read a day such as 2021-06-01; raises `BadDay`."""
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise BadDay(f"{text!r} is no day; write it like 2021-06-01") from None


def possible(day: dt.date) -> tuple[Policy, ...]:
    """The procedures that may have held on a day, the oldest first: one, unless it is uncertain."""
    return tuple(edition.policy for edition in possible_editions(day))


def possible_editions(day: dt.date) -> tuple[Edition, ...]:
    """The editions that may have held on a day: begun perhaps, and not surely followed."""
    begun = [edition for edition in EDITIONS if edition.earliest <= day]
    surely = max(number for number, edition in enumerate(begun) if edition.latest <= day)
    return tuple(begun[surely:])


def in_force(day: dt.date) -> Policy:
    """The procedure that surely held on a day, as far as one can tell.

    Of several that are possible it is the oldest: what may have begun already is not relied on, as
    somebody who must know for sure would not rely on it.
    """
    return possible(day)[0]

"""When kiosk and counter serve, and what is shown when the former does not."""

import datetime as dt
from collections.abc import Mapping

import jpholiday

from fakes.device import Act, Page
from fakes.policy import Policy


def kiosk_serves(policy: Policy, moment: dt.datetime) -> bool:
    """Whether the administrative services of kiosks are open at a moment (Japan time)."""
    return (
        moment.weekday() in policy.kiosk_weekdays
        and policy.kiosk_opens <= moment.time() < policy.kiosk_closes
    )


def counter_serves(policy: Policy, moment: dt.datetime) -> bool:
    """Whether counters are open at a moment (Japan time)."""
    return (
        moment.weekday() in policy.counter_weekdays
        and not jpholiday.is_holiday(moment.date())
        and (moment.month, moment.day) not in policy.counter_year_end
        and policy.counter_opens <= moment.time() < policy.counter_closes
    )


def closed_page(policy: Policy, service: str, choices: Mapping[str, Act]) -> Page:
    """Say that a service that keeps the kiosk's hours is closed, and when it is open."""
    hours = f"{_clock(policy.kiosk_opens)}〜{_clock(policy.kiosk_closes)}"
    message = f"ただいまの時間は、{service}を利用できません。"
    return Page("利用時間外", message, choices, rows=(("利用時間", hours),))


def _clock(time: dt.time) -> str:
    return f"{time.hour}:{time.minute:02d}"

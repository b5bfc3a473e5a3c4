"""The one place where time is read, always in Japan time."""

import datetime as dt

JST = dt.timezone(dt.timedelta(hours=9), "JST")


def now() -> dt.datetime:
    """Return the present moment as an aware datetime in Japan time.

    Read through the module, so that freezegun moves it for every fake at once.
    """
    return dt.datetime.now(JST)


def japan(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> dt.datetime:
    """Return the moment that a clock in Japan shows as these figures."""
    return dt.datetime(year, month, day, hour, minute, tzinfo=JST)


def end_of_day(day: dt.date) -> dt.datetime:
    """Return the last whole second of a day in Japan."""
    return dt.datetime.combine(day, dt.time(23, 59, 59), tzinfo=JST)


def show(moment: dt.datetime) -> str:
    """Write a moment as a screen shows it: 2026年2月16日 10:00."""
    local = moment.astimezone(JST)
    return f"{local.year}年{local.month}月{local.day}日 {local.hour}:{local.minute:02d}"

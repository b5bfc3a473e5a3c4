"""The reservations and the open nonces, in SQLite."""

import datetime as dt
import sqlite3
from dataclasses import astuple, dataclass

from fakes.centre.messages import Reservation, Standing
from fakes.clock import JST
from fakes.purposes import Purpose

SCHEMA = """
CREATE TABLE IF NOT EXISTS reservation (
    number TEXT PRIMARY KEY,
    card_id TEXT NOT NULL,
    target TEXT NOT NULL,
    certificate TEXT NOT NULL,
    expires TEXT NOT NULL,
    standing TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS nonce (value TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS draw (count INTEGER NOT NULL);
INSERT INTO draw SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM draw);
"""


@dataclass(frozen=True)
class Contents:
    """All that a store holds; `draws` counts the random values taken so far."""

    reservations: tuple[Reservation, ...]
    nonces: tuple[str, ...]
    draws: int


class Store:
    """Where the centre keeps its reservations. `path` is a file, or `:memory:`."""

    def __init__(self, path: str = ":memory:") -> None:
        # Autocommit: each statement is one act of the centre and is kept or not kept whole.
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.executescript(SCHEMA)

    def add(self, reservation: Reservation) -> None:
        """Keep a new reservation in place of one still open for the same card and target.

        Only one made with the same certificate: a stranger can name a card, but not sign for it.
        """
        with self._db:
            self._db.execute("BEGIN")
            self._db.execute(
                "UPDATE reservation SET standing = ?"
                " WHERE card_id = ? AND target = ? AND certificate = ? AND standing <> ?",
                (
                    Standing.REPLACED.value,
                    reservation.card_id,
                    reservation.target.value,
                    reservation.certificate,
                    Standing.USED.value,
                ),
            )
            self._insert(reservation)

    def find(self, number: str) -> Reservation | None:
        """Look a reservation up by its number."""
        row = self._db.execute("SELECT * FROM reservation WHERE number = ?", (number,)).fetchone()
        return None if row is None else _reservation(row)

    def advance(self, number: str, standing: Standing) -> None:
        """Note where a reservation stands now."""
        self._db.execute(
            "UPDATE reservation SET standing = ? WHERE number = ?", (standing.value, number)
        )

    def open_nonce(self, value: str) -> None:
        """Remember a nonce that was handed out."""
        self._db.execute("INSERT INTO nonce VALUES (?)", (value,))

    def spend_nonce(self, value: str) -> bool:
        """Strike a nonce off; False when it was not open."""
        return self._db.execute("DELETE FROM nonce WHERE value = ?", (value,)).rowcount == 1

    def next_draw(self) -> int:
        """Count one more random value; the count outlives the program, as the nonces do."""
        self._db.execute("UPDATE draw SET count = count + 1")
        return self._draws()

    def contents(self) -> Contents:
        """Everything kept, as a value."""
        rows = self._db.execute("SELECT * FROM reservation ORDER BY number").fetchall()
        nonces = self._db.execute("SELECT value FROM nonce ORDER BY value").fetchall()
        return Contents(
            tuple(_reservation(row) for row in rows),
            tuple(value for (value,) in nonces),
            self._draws(),
        )

    def replace(self, contents: Contents) -> None:
        """Put back what `contents` returned."""
        with self._db:
            self._db.execute("BEGIN")
            self._db.execute("DELETE FROM reservation")
            self._db.execute("DELETE FROM nonce")
            self._db.execute("UPDATE draw SET count = ?", (contents.draws,))
            for reservation in contents.reservations:
                self._insert(reservation)
            for value in contents.nonces:
                self.open_nonce(value)

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    def _draws(self) -> int:
        return int(self._db.execute("SELECT count FROM draw").fetchone()[0])

    def _insert(self, reservation: Reservation) -> None:
        number, card_id, target, certificate, expires, standing = astuple(reservation)
        self._db.execute(
            "INSERT INTO reservation VALUES (?, ?, ?, ?, ?, ?)",
            (number, card_id, target.value, certificate, expires.isoformat(), standing.value),
        )


def _reservation(row: tuple[str, str, str, str, str, str]) -> Reservation:
    number, card_id, target, certificate, expires, standing = row
    moment = dt.datetime.fromisoformat(expires).astimezone(JST)
    return Reservation(number, card_id, Purpose(target), certificate, moment, Standing(standing))

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
    """Where the centre keeps its reservations. `path` is a file, or `:memory:`.

    Forking a world asks for the contents, and puts contents back, far more often than the centre
    is called. So both are put off: contents are read once until something changes, and contents
    put back are written when the next call wants them.
    """

    def __init__(self, path: str = ":memory:") -> None:
        # Autocommit: each statement is one act of the centre and is kept or not kept whole.
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.executescript(SCHEMA)
        self._known: Contents | None = None
        self._put_back: Contents | None = None

    def add(self, reservation: Reservation) -> None:
        """Keep a new reservation in place of one still open for the same card and target.

        Only one made with the same certificate: a stranger can name a card, but not sign for it.
        """
        self._changing()
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
            _insert(self._db, reservation)

    def count(self) -> int:
        """How many reservations there have been."""
        return int(self._db.execute("SELECT COUNT(*) FROM reservation").fetchone()[0])

    def find(self, number: str) -> Reservation | None:
        """Look a reservation up by its number."""
        row = self._db.execute("SELECT * FROM reservation WHERE number = ?", (number,)).fetchone()
        return None if row is None else _reservation(row)

    def advance(self, number: str, standing: Standing) -> None:
        """Note where a reservation stands now."""
        self._changing()
        self._db.execute(
            "UPDATE reservation SET standing = ? WHERE number = ?", (standing.value, number)
        )

    def open_nonce(self, value: str) -> None:
        """Remember a nonce that was handed out."""
        self._changing()
        self._db.execute("INSERT INTO nonce VALUES (?)", (value,))

    def spend_nonce(self, value: str) -> bool:
        """Strike a nonce off; False when it was not open."""
        self._changing()
        return self._db.execute("DELETE FROM nonce WHERE value = ?", (value,)).rowcount == 1

    def next_draw(self) -> int:
        """Count one more random value; the count outlives the program, as the nonces do."""
        self._changing()
        self._db.execute("UPDATE draw SET count = count + 1")
        return self._draws()

    def contents(self) -> Contents:
        """Everything kept, as a value."""
        if self._known is None:
            self._known = self._read()
        return self._known

    def replace(self, contents: Contents) -> None:
        """Put back what `contents` returned."""
        if contents is not self._known:
            self._known = self._put_back = contents

    @property
    def _db(self) -> sqlite3.Connection:
        """The database, up to date."""
        if self._put_back is not None:
            self._write(self._put_back)
            self._put_back = None
        return self._connection

    def _changing(self) -> None:
        """What is known of the contents will not hold any more."""
        self._known = None

    def _read(self) -> Contents:
        rows = self._db.execute("SELECT * FROM reservation ORDER BY number").fetchall()
        nonces = self._db.execute("SELECT value FROM nonce ORDER BY value").fetchall()
        return Contents(
            tuple(_reservation(row) for row in rows),
            tuple(value for (value,) in nonces),
            self._draws(),
        )

    def _write(self, contents: Contents) -> None:
        with self._connection as db:
            db.execute("BEGIN")
            db.execute("DELETE FROM reservation")
            db.execute("DELETE FROM nonce")
            db.execute("UPDATE draw SET count = ?", (contents.draws,))
            for reservation in contents.reservations:
                _insert(db, reservation)
            for value in contents.nonces:
                db.execute("INSERT INTO nonce VALUES (?)", (value,))

    def close(self) -> None:
        """Close the database, with all that was put back in it."""
        self._db.close()

    def _draws(self) -> int:
        return int(self._db.execute("SELECT count FROM draw").fetchone()[0])


def _insert(db: sqlite3.Connection, reservation: Reservation) -> None:
    number, card_id, target, certificate, expires, standing = astuple(reservation)
    db.execute(
        "INSERT INTO reservation VALUES (?, ?, ?, ?, ?, ?)",
        (number, card_id, target.value, certificate, expires.isoformat(), standing.value),
    )


def _reservation(row: tuple[str, str, str, str, str, str]) -> Reservation:
    number, card_id, target, certificate, expires, standing = row
    moment = dt.datetime.fromisoformat(expires).astimezone(JST)
    return Reservation(number, card_id, Purpose(target), certificate, moment, Standing(standing))

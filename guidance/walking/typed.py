"""What a step tells to type in: 予約番号を入力, 新しい4桁を2回入力."""

import re

from guidance.terms import Found, Term, has, terms
from guidance.walking.told import Does, Thing, Told

OLD = re.compile(
    r"(?:これまで|今まで|いままで|現在|今|いま|元|もと|以前|前|旧|ロック(?:された|前|した|中)?)の|ロックされた|ロックした|忘れた"
)
"""いまの, ロックされた."""

NEW = re.compile(r"新し|新たな|新規|設定したい|これから|変更後|決めた|使いたい")
"""新しい, 設定したい."""

NAMED = re.compile(
    r"(?P<name>マイナンバー|[^「」、。をにへはがとで]{1,14}(?:番号|パスワード|no|id|日|名|コード))(?:」)?(?:を|の)?[^、。]{0,8}$"
)
"""Any name that ends as names of numbers do: マイナンバー, 製造番号."""

SOME_SECRET = re.compile(r"(?:暗証番号|パスワード|pin(?:コード)?)")
ENTERED = (
    Term.NUMBER,
    Term.PASSWORD,
    Term.CERTIFICATE,
    Term.PIN,
    Term.OTHER_PIN,
    Term.SECRET,
    Term.BOTH,
    Term.AUTHENTICATION_CERTIFICATE,
)


def thing_of(name: str, around: str) -> Thing:
    """What is meant by a name, in the words around it."""
    if has(name, Term.NUMBER):
        return Thing.NUMBER
    if has(name, Term.OTHER_PIN):
        return Thing.OTHER_PIN
    if has(name, Term.PASSWORD, Term.CERTIFICATE) or "署名用" in name:
        return Thing.PASSWORD
    return _pin_of(name, around)


def _pin_of(name: str, around: str) -> Thing:
    """Whether the PIN is meant, and whether the old one or the new one."""
    pin, secret = has(name, Term.PIN), has(name, Term.SECRET)
    if OLD.search(name) or (OLD.search(around) and (pin or secret)):
        return Thing.OLD_PIN
    if NEW.search(name) or (NEW.search(around) and (pin or secret or has(name, Term.BOTH))):
        return Thing.NEW_PIN
    if pin:
        return Thing.OLD_PIN if "利用者" in name else Thing.PIN
    return Thing.SECRET if secret and SOME_SECRET.fullmatch(name) else Thing.UNKNOWN


def entry(before: str, offset: int) -> Told | None:
    """The entry that a clause tells with what stands `before` its 入力; None when it names none."""
    named = [found for found in terms(before) if found.term in ENTERED]
    unknown = NAMED.search(before)
    if named:
        name, thing = _named(before, named, unknown)
        start = named[-1].start
    elif unknown:
        name, start = unknown["name"], unknown.start("name")
        thing = thing_of(name, before)
    else:
        return None
    return Told(Does.ENTER, offset + start, offset + len(before), name, thing)


def _named(before: str, named: list[Found], unknown: re.Match[str] | None) -> tuple[str, Thing]:
    """The name of what is entered, and what it means."""
    last = named[-1]
    first = named[0] if named[0].term is Term.PASSWORD else last
    name = before[first.start : last.end]
    thing = thing_of(name, before)
    if last.term is Term.SECRET and unknown and thing in (Thing.UNKNOWN, Thing.SECRET):
        return unknown["name"], thing_of(unknown["name"], before)
    return name, thing

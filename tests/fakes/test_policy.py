"""The policy: every fact has a unit and a source, and nobody changes one in passing."""

import dataclasses
import datetime as dt
import re

import pytest

from fakes import units
from fakes.alphabets import Alphabet
from fakes.guessable import Weakness
from fakes.policy import BOTH, NONE, SIGNATURE_ONLY, Policy, origins
from fakes.provenance import CHAIN_NAMES, Group, Origin, Source, shown
from fakes.purposes import Purpose
from fakes.words import Words

PIN, PASSWORD = Purpose.AUTHENTICATION, Purpose.SIGNATURE
FIELDS = [field.name for field in dataclasses.fields(Policy)]

JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
QUOTED = re.compile('"[^"]*"')


def is_japanese(text: str) -> bool:
    return bool(JAPANESE.search(text))


def is_english(text: str) -> bool:
    """Labels in quotes and the names of chains in brackets may be Japanese."""
    bare = QUOTED.sub("", text)
    for chain in CHAIN_NAMES:
        bare = bare.replace(f"({chain})", "")
    return bool(re.search("[A-Za-z]{2}", bare)) and not is_japanese(bare)


def words_of(origin: Origin) -> list[Words]:
    return [origin.name, origin.unit, origin.note, origin.source.words, origin.group.words]


@pytest.mark.parametrize("field", FIELDS)
def test_a_reader_of_either_language_reads_what_a_fact_is(field: str) -> None:
    for words in words_of(origins()[field]):
        assert is_japanese(words.ja)
        assert is_english(words.en)


def test_no_two_facts_have_one_name() -> None:
    names = [origin.name for origin in origins().values()]
    assert len({name.ja for name in names}) == len({name.en for name in names}) == len(FIELDS)


def test_facts_stand_by_their_groups() -> None:
    """In the order of the groups, so that a table of them needs no sorting."""
    order = list(Group)
    places = [order.index(origin.group) for origin in origins().values()]
    assert places == sorted(places)
    assert set(places) == set(range(len(order)))


@pytest.mark.parametrize("field", FIELDS)
def test_an_article_fact_names_its_section_in_both_languages(field: str) -> None:
    origin = origins()[field]
    sections = [re.findall("§[0-9](?:-[0-9])?", text) for text in (origin.note.ja, origin.note.en)]
    assert sections[0] == sections[1]
    if origin.source is Source.ARTICLE and not sections[0]:
        assert "全体" in origin.note.ja
        assert "throughout" in origin.note.en


def test_both_languages_name_the_same_divergences() -> None:
    for origin in origins().values():
        ja = re.findall(r"食い違い ([a-z-]+)", origin.note.ja)
        assert ja == re.findall(r"divergence ([a-z-]+)", origin.note.en)


SHOWN = {
    "authentication_tries": ("3回", "3 wrong entries in a row"),
    "signature_tries": ("5回", "5 wrong entries in a row"),
    "lock_is_final": ("はい", "yes"),
    "right_entry_restores_tries": ("はい", "yes"),
    "tries_return_next_day": ("いいえ", "no"),
    "authentication_pin_length": ("4桁", "4 digits"),
    "authentication_pin_alphabet": ("数字", "digits"),
    "guessable": (
        "生年月日、同じ数字の並び、続きの数字の並び",
        "birthdays, one digit repeated, digits in sequence",
    ),
    "signature_password_min": ("6文字", "6 characters"),
    "signature_password_max": ("16文字", "16 characters"),
    "signature_password_alphabet": ("英数字", "letters and digits"),
    "expired_certificate_serves": ("いいえ", "no"),
    "revoked_certificate_serves": ("いいえ", "no"),
    "move_voids_signature": ("はい", "yes"),
    "move_voids_authentication": ("いいえ", "no"),
    "reset_app": ("「JPKI利用者ソフト」", '"JPKI利用者ソフト"'),
    "reset_menu": ("「暗証番号のリセット」", '"暗証番号のリセット"'),
    "app_always_open": ("はい", "yes"),
    "app_needs_nfc": ("はい", "yes"),
    "reading_tolerance_mm": ("2ミリ", "2 mm"),
    "case_blocks_reading": ("はい", "yes"),
    "reservation_is_wanted": ("はい", "yes"),
    "key_is_wanted": ("はい", "yes"),
    "reservation_wait": ("0秒", "0 seconds"),
    "reservation_validity": ("24時間", "24 hours"),
    "reservation_is_single_use": ("はい", "yes"),
    "reservation_binds_card": ("はい", "yes"),
    "reservation_digits": ("10桁", "10 digits"),
    "kiosk_opens": ("6:30", "6:30"),
    "kiosk_closes": ("23:00", "23:00"),
    "kiosk_weekdays": ("月〜日", "Monday to Sunday"),
    "kiosk_own_municipality": ("いいえ", "no"),
    "kiosk_wants_identity": ("いいえ", "no"),
    "kiosk_number_tries": ("3回", "3 wrong reservation numbers in one visit"),
    "kiosk_fee": ("0円", "0 yen"),
    "new_pin_entries": ("2回", "2 entries"),
    "new_pin_works_at_once": ("はい", "yes"),
    "chains": (
        "セブン-イレブン: 数字4桁、署名用パスワード\n"
        "イオンリテール: 数字4桁、署名用パスワード\n"
        "ローソン: 署名用パスワード\n"
        "ファミリーマート: 署名用パスワード\n"
        "ミニストップ: 署名用パスワード\n"
        "非対応の店: なし",
        "7-Eleven (セブン-イレブン): 4-digit PIN, signing password\n"
        "AEON Retail (イオンリテール): 4-digit PIN, signing password\n"
        "Lawson (ローソン): signing password\n"
        "FamilyMart (ファミリーマート): signing password\n"
        "Ministop (ミニストップ): signing password\n"
        "stores that do not take part (非対応の店): none",
    ),
    "other_pins_at_kiosk": ("いいえ", "no"),
    "kiosk_renews_certificates": ("いいえ", "no"),
    "kiosk_service": ("「行政サービス」", '"行政サービス"'),
    "kiosk_card_menu": ("「マイナンバーカード」", '"マイナンバーカード"'),
    "kiosk_reset_menu": (
        "「利用者証明用電子証明書等のパスワード再設定」",
        '"利用者証明用電子証明書等のパスワード再設定"',
    ),
    "kiosk_done": ("「再設定が完了しました」", '"再設定が完了しました"'),
    "counter_opens": ("8:30", "8:30"),
    "counter_closes": ("17:15", "17:15"),
    "counter_weekdays": ("月〜金", "Monday to Friday"),
    "counter_year_end": (
        "12月29日、12月30日、12月31日、1月2日、1月3日",
        "29 December, 30 December, 31 December, 2 January, 3 January",
    ),
    "counter_wants_identity": ("はい", "yes"),
    "counter_wants_card": ("はい", "yes"),
    "counter_wants_password": ("いいえ", "no"),
    "counter_own_municipality": ("はい", "yes"),
    "counter_resets": ("数字4桁、署名用パスワード", "4-digit PIN, signing password"),
    "biometric_login": ("はい", "yes"),
    "authentication_label": (
        "「利用者証明用電子証明書(数字4桁)」",
        '"利用者証明用電子証明書(数字4桁)"',
    ),
    "signature_label": (
        "「署名用電子証明書(英数字6〜16桁)」",
        '"署名用電子証明書(英数字6〜16桁)"',
    ),
}


@pytest.mark.parametrize("field", FIELDS)
def test_how_a_reader_sees_a_value_written(policy: Policy, field: str) -> None:
    assert origins()[field].shown(getattr(policy, field)) == Words(*SHOWN[field])


@pytest.mark.parametrize(
    ("value", "ja", "en"),
    [
        (False, "いいえ", "no"),
        (dt.time(9, 5), "9:05", "9:05"),
        (dt.timedelta(hours=1, minutes=30), "1時間30分", "1 hour 30 minutes"),
        (dt.timedelta(days=2, seconds=1), "48時間1秒", "48 hours 1 second"),
        (dt.timedelta(0), "0秒", "0 seconds"),
        (frozenset({5, 6}), "土、日", "Saturday, Sunday"),
        (frozenset({0, 2, 3, 4}), "月、水、木、金", "Monday, Wednesday, Thursday, Friday"),
        (frozenset(range(1, 4)), "火〜木", "Tuesday to Thursday"),
        (frozenset(), "なし", "none"),
        (SIGNATURE_ONLY, "署名用パスワード", "signing password"),
        (Alphabet.LETTERS, "英字", "letters"),
        (
            frozenset({Weakness.CONSECUTIVE, Weakness.BIRTHDAY}),
            "生年月日、続きの数字の並び",
            "birthdays, digits in sequence",
        ),
        ((), "なし", "none"),
        (
            (("新しい店", SIGNATURE_ONLY),),
            "新しい店: 署名用パスワード",
            '"新しい店": signing password',
        ),
    ],
)
def test_how_a_changed_value_would_be_written(value: object, ja: str, en: str) -> None:
    assert shown(value, units.ENTRIES) == Words(ja, en)


def test_a_value_that_nothing_can_write_is_said() -> None:
    with pytest.raises(TypeError, match=r"no way to write 1\.5 for a reader"):
        shown(1.5, units.ENTRIES)


@pytest.mark.parametrize("field", FIELDS)
def test_a_policy_does_not_change(policy: Policy, field: str) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(policy, field, None)


def test_a_policy_is_a_value(policy: Policy) -> None:
    assert policy == Policy()
    assert hash(policy) == hash(Policy())
    assert policy != dataclasses.replace(policy, authentication_tries=4)


FORMS = [
    (PIN, "0000", True),
    (PIN, "4829", True),
    (PIN, "482", False),
    (PIN, "48290", False),
    (PIN, "", False),
    (PIN, "48 9", False),
    (PIN, "-829", False),
    (PIN, "482A", False),
    (PIN, "\uff14\uff18\uff12\uff19", False),  # full width
    (PIN, "²²²²", False),
    (PIN, "٤٨٢٩", False),
    (PASSWORD, "ABC12", False),
    (PASSWORD, "ABC123", True),
    (PASSWORD, "abc123", True),
    (PASSWORD, "ABCDEF", True),
    (PASSWORD, "123456", True),
    (PASSWORD, "ABCDEFGH12345678", True),
    (PASSWORD, "ABCDEFGH123456789", False),
    (PASSWORD, "ABC 123", False),
    (PASSWORD, "ABC-123", False),
    (PASSWORD, "\uff21\uff22\uff23123", False),  # full width
    (PASSWORD, "あいうえおか", False),
    (PASSWORD, "ABC123\n", False),
]


@pytest.mark.parametrize(("purpose", "secret", "good"), FORMS)
def test_the_form_of_a_secret(policy: Policy, purpose: Purpose, secret: str, good: bool) -> None:
    assert policy.well_formed(purpose, secret) is good


def test_the_form_follows_the_lengths() -> None:
    policy = Policy(authentication_pin_length=6, signature_password_min=2, signature_password_max=3)
    assert policy.well_formed(PIN, "123456")
    assert not policy.well_formed(PIN, "1234")
    assert [policy.well_formed(PASSWORD, "A" * n) for n in (1, 2, 3, 4)] == [
        False,
        True,
        True,
        False,
    ]
    assert policy.form(PIN) == "数字6桁"
    assert policy.form(PASSWORD) == "英数字2〜3桁"


@pytest.mark.parametrize(
    ("alphabet", "digits", "letters", "mixed"),
    [
        (Alphabet.DIGITS, True, False, False),
        (Alphabet.LETTERS, False, True, False),
        (Alphabet.ALPHANUMERIC, True, True, True),
    ],
)
def test_the_form_follows_the_alphabets(
    alphabet: Alphabet, digits: bool, letters: bool, mixed: bool
) -> None:
    policy = Policy(authentication_pin_alphabet=alphabet, signature_password_alphabet=alphabet)
    texts = {
        "4829": digits,
        "ABCD": letters,
        "AB29": mixed,
        "\uff21\uff22\uff23\uff24": False,
        "": False,
    }
    assert {text: policy.well_formed(PIN, text) for text in texts} == texts
    assert policy.well_formed(PASSWORD, "ABC123") is mixed
    assert policy.form(PIN) == f"{alphabet.words.ja}4桁"
    assert policy.form(PASSWORD) == f"{alphabet.words.ja}6〜16桁"


def test_what_belongs_to_each_purpose(policy: Policy) -> None:
    assert (policy.tries(PIN), policy.tries(PASSWORD)) == (3, 5)
    assert (policy.form(PIN), policy.form(PASSWORD)) == ("数字4桁", "英数字6〜16桁")
    assert policy.label(PIN) == "利用者証明用電子証明書(数字4桁)"
    assert policy.label(PASSWORD) == "署名用電子証明書(英数字6〜16桁)"


@pytest.mark.parametrize(
    ("chain", "resets"),
    [
        ("セブン-イレブン", BOTH),
        ("ローソン", SIGNATURE_ONLY),
        ("非対応の店", NONE),
        ("どこにもない店", NONE),
    ],
)
def test_what_a_chain_resets(policy: Policy, chain: str, resets: frozenset[Purpose]) -> None:
    assert policy.resettable_at(chain) == resets

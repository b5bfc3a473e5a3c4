"""What the card's two secrets look like, and how they lock."""

from dataclasses import dataclass

from fakes import units
from fakes.alphabets import Alphabet
from fakes.guessable import Weakness
from fakes.provenance import Group, Source, fact


@dataclass(frozen=True)
class CardFacts:
    """The facts of the card."""

    authentication_tries: int = fact(Group.CARD, 3, units.WRONG_ENTRIES, Source.ARTICLE).said(
        ja=("数字4桁がロックされるまでの連続した間違い", "§1。3回続けて間違えるとロックされる"),
        en=("wrong entries in a row that lock the PIN", "§1: three in a row lock it"),
    )
    signature_tries: int = fact(Group.CARD, 5, units.WRONG_ENTRIES, Source.PUBLIC).said(
        ja=(
            "署名用パスワードがロックされるまでの連続した間違い",
            "案内は触れていない。OpenSCと市区町村のページは一致する",
        ),
        en=(
            "wrong entries in a row that lock the signing password",
            "the guide is silent; OpenSC and city pages agree",
        ),
    )
    lock_is_final: bool = fact(Group.CARD, True, units.YES_OR_NO, Source.ARTICLE).said(
        ja=(
            "ロックは再設定でしか解けないか",
            "§1。正しい番号を思い出しても受け付けず、解くには再設定がいる",
        ),
        en=(
            "whether only a reset undoes a lock",
            "§1: even the right PIN is refused, and only a reset unlocks",
        ),
    )
    right_entry_restores_tries: bool = fact(Group.CARD, True, units.YES_OR_NO, Source.PUBLIC).said(
        ja=(
            "正しく入力すると間違いの回数が0に戻るか",
            "案内は触れていない。市区町村のページとOpenSCは一致する",
        ),
        en=(
            "whether a right entry gives the tries back",
            "the guide is silent; city pages and OpenSC agree",
        ),
    )
    tries_return_next_day: bool = fact(Group.CARD, False, units.YES_OR_NO, Source.PUBLIC).said(
        ja=(
            "日付が変わると間違いの回数が0に戻るか",
            "案内は触れていない。市区町村のページでは、日付が変わっても戻らない",
        ),
        en=(
            "whether a change of date gives the tries back",
            "the guide is silent; city pages say that it does not",
        ),
    )
    authentication_pin_length: int = fact(Group.CARD, 4, units.DIGITS, Source.ARTICLE).said(
        ja=("利用者証明用の暗証番号の長さ", "案内の全体。この長さに限る"),
        en=("length of the PIN", "throughout; exactly this long"),
    )
    authentication_pin_alphabet: Alphabet = fact(
        Group.CARD, Alphabet.DIGITS, units.KIND_OF_CHARACTERS, Source.ARTICLE
    ).said(
        ja=("利用者証明用の暗証番号に使える文字", "案内の全体。0から9の数字だけ"),
        en=("characters of the PIN", "throughout; digits 0 to 9 only"),
    )
    guessable: frozenset[Weakness] = fact(
        Group.CARD, frozenset(Weakness), units.KINDS_OF_NUMBERS, Source.ARTICLE
    ).said(
        ja=(
            "避けたほうがよい数字4桁",
            "§7。どんな形の生年月日を数えるか、続きの数字も数えるかは、案内の読み方による",
        ),
        en=(
            "PINs that are better avoided",
            "§7; which forms of a birthday count, and that digits in sequence do, is our reading",
        ),
    )
    signature_password_min: int = fact(Group.CARD, 6, units.CHARACTERS, Source.ARTICLE).said(
        ja=("署名用パスワードのいちばん短い長さ", "§0、§2-1。この長さも使える"),
        en=("shortest signing password", "§0, §2-1; this length included"),
    )
    signature_password_max: int = fact(Group.CARD, 16, units.CHARACTERS, Source.ARTICLE).said(
        ja=("署名用パスワードのいちばん長い長さ", "§0、§2-1。この長さも使える"),
        en=("longest signing password", "§0, §2-1; this length included"),
    )
    signature_password_alphabet: Alphabet = fact(
        Group.CARD, Alphabet.ALPHANUMERIC, units.KIND_OF_CHARACTERS, Source.ARTICLE
    ).said(
        ja=(
            "署名用パスワードに使える文字",
            "§0、§2-1。英字だけ、数字だけでもよいとするのは仮定",
        ),
        en=(
            "characters of the signing password",
            "§0, §2-1; that letters alone, or digits alone, will do is ours",
        ),
    )

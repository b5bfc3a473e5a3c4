"""Which certificate a move voids: the one for signatures, not the one for authentication."""

import re
from collections.abc import Iterator

from guidance.claims.base import Stated, said
from guidance.claims.telling import question
from guidance.look import Look
from guidance.polarity import affirmed
from guidance.terms import Term, has

MOVE = re.compile(
    r"(?:家|住まい|住所|居)(?:を|が)(?:移|変)|住み替え|引っ?越|転居|転入|転出|住所(?:が|を|の)?(?:変|異動|移)|住所変更|改姓|結婚|[名苗]字が|姓が|住民票(?:を|の)(?:移|異動)|氏名の変"
)
VOID = re.compile(
    r"失効|無効|効(?:力|き目)(?:を|が)(?:失|な)|使えなくな|死ん|止ま(?=る|り)|切れ(?=て|る|ます)"
)
VALID = re.compile(
    r"有効(?!期限|な期間|期間|性|に)|引き続き使え|そのまま(?:使え|お使い|ご利用)|今までどおり|これまでどおり|生きて|使い続けられ|使えます|お使いになれ"
)
UNHURT = re.compile(
    r"(?:影響|変化|変わり|差し支え|支障|効力に)[^、。]{0,6}(?:は|を|が)?(?:及ぼさ|受け|あり|ござい)?(?:ない|ません|ず)|影響は(?:ない|なし)"
)
ALL = re.compile(
    r"(?:二つ|2つ|二種類|2種類|二枚|2枚|両方|どちら|双方|いずれ|両)(?:の(?:電子)?証明書)?(?:とも|も|が|に|の両方|です)|の両方|両証明書"
)
"""Both certificates."""
OF_DIGITS = re.compile(r"4桁[^、。]{0,12}の(?:電子)?証明書")
"""4桁の番号のほうの証明書."""

EACH = re.compile(
    r"用(?:の)?(?:電子証明書)?も[^、。]{0,16}用(?:の)?(?:電子証明書)?も"
    r"|用(?:の)?(?:(?:電子)?証明書)?(?:と|や|・|および|及び|、)(?:署名|利用者証明)用(?:の)?(?:(?:電子)?証明書)?(?:の?両方)?(?:は|が|も)"
)
"""署名用も利用者証明用も; 署名用と利用者証明用の電子証明書は."""
BOTH = re.compile(r"両(?:方|者)|双方|どちらも|いずれも|(?:2|二)(?:つ|種類|枚)(?:とも)?")
VOIDED_ARE = re.compile(
    r"(?:失効|無効に|使えなく|効(?:力|き目)|効かなく)[^、。]{0,10}?(?:る|た|う)(?:電子)?(?:の|もの|ほう|証明書)(?:は|が|:)、?(?P<which>[^、。]{2,40}?(?:の両方)?)(?=だけ|のみ|で(?:す|、|あり|は)|だ|に限|、|。|$)(?!で(?:は|も)な|ではあり)"
)
"""引っ越しで失効するのは署名用だけです."""

WHICH_ASKED = re.compile(
    r"(?:どの(?:電子)?証明書|どちら|どっち|何)(?:の(?:ほう|電子証明書|証明書))?が[^、。]{0,8}(?:失効|無効|使えなく)|(?:失効|無効|使えなく)[^、。]{0,8}のは(?:どの|どちら|どっち|何)"
)
"""A question which certificate becomes void."""

RENEWED = re.compile(
    r"更新(?:の手続き)?(?:を|が|も)?(?:し(?:た|てあ)|なさった|終え(?:た|て(?:い|あ)る)|完了(?:した|済み?|の)|済(?:み|んだ|ん?で(?:い)?る|ませ(?:て(?:い|あ)る|た)))(?:の)?(?:場合|方|かた|者|利用者|お客様|あと|後|とき|人|うえ)"
)
"""Moved, and renewed since."""

NONE = re.compile(r"失効する(?:電子)?証明書は(?:1つも|一つも)?(?:ない|ありません|なく)")
"""失効する証明書はありません."""

NOT_BY_MOVE = re.compile(
    r"有効期限|期限(?:切|が切|を過)|更新(?:を)?(?:済(?!(?:ま(?:せ|さ)|んで|み(?!ま?す))(?:て|れ)?(?:い)?(?:な|ま?せ|ず|お))|し(?:た|て(?:あ|い(?:る|れば|ます))))|予約|番号は"
)
"""What else makes a certificate void, or what else becomes void."""

ONCE_RENEWED = re.compile(r"更新(?:して(?:い)?|さえ)?(?:すれば|したら|を済|後)|パスワード")
OF_CERTIFICATE = re.compile(r"証明書|失効|有効")
PASSWORD_SERVES = re.compile(r"パスワード[^、。]{0,12}(?:使え|分か|覚え)")
SIGNATURE, AUTHENTICATION = "move-signature", "move-authentication"


def moved(look: Look) -> Iterator[Stated]:
    """What a sentence says of either certificate after a move."""
    sentence = look.sentence
    told = "。".join((look.text, sentence.row, sentence.column))
    if not MOVE.search(" ".join((told, *look.before[-1:], *sentence.heads[-1:]))):
        return
    none = NONE.search(look.text)
    if none:
        yield Stated(SIGNATURE, False, *none.span())
        return
    named = VOIDED_ARE.search(look.text)
    if named or WHICH_ASKED.search(question(look) or ""):
        yield from _voided_are(look, *(named.span("which") if named else (0, len(look.text))))
        return
    renewed = RENEWED.search(" ".join((told, *sentence.heads[-1:])))
    for begin, end in _clauses(look):
        clause = look.text[begin:end]
        voided = _voided(clause)
        if renewed and voided and "利用者" not in clause:
            yield said(look, SIGNATURE, begin, end)
            return
        if voided is not None and not NOT_BY_MOVE.search(clause):
            for claim in _certificates(look, begin, end):
                if claim == AUTHENTICATION or voided or not ONCE_RENEWED.search(look.text[:end]):
                    yield Stated(claim, voided, begin, end)


def _clauses(look: Look) -> Iterator[tuple[int, int]]:
    """The clauses; what stands in brackets is one of its own."""
    for begin, end in look.clauses:
        bracket = look.text.find("(", begin, end)
        if bracket > begin:
            yield begin, bracket
            begin = bracket
        yield begin, end


def _voided_are(look: Look, start: int, end: int) -> Iterator[Stated]:
    """失効するのは署名用だけです: what is not named stays good."""
    which = look.text[start:end]
    both = BOTH.search(which) is not None
    signature = both or has(which, Term.CERTIFICATE, Term.PASSWORD)
    authentication = both or has(which, Term.AUTHENTICATION_CERTIFICATE, Term.PIN)
    if signature or authentication:
        yield Stated(SIGNATURE, signature, start, end)
        yield Stated(AUTHENTICATION, authentication, start, end)


def _voided(clause: str) -> bool | None:
    """Whether a clause says that a certificate becomes void."""
    if UNHURT.search(clause):
        return False
    void, valid = affirmed(VOID, clause), affirmed(VALID, clause)
    if void is not None:
        return void
    return None if valid is None else not valid


def _certificates(look: Look, begin: int, end: int) -> tuple[str, ...]:
    """The claims about the certificates that a clause speaks of, or what stands over it."""
    clause = look.text[begin:end]
    if ALL.search(clause) and OF_CERTIFICATE.search(clause):
        return (SIGNATURE, AUTHENTICATION)
    for over in (clause, look.text[:begin], look.sentence.column, look.sentence.row):
        signature = has(over, Term.CERTIFICATE, Term.PASSWORD)
        authentication = has(over, Term.AUTHENTICATION_CERTIFICATE) or (
            has(over, Term.PIN) and ("4桁" not in over or OF_DIGITS.search(over) is not None)
        )
        if signature and authentication:
            return (SIGNATURE, AUTHENTICATION) if EACH.search(over) else ()
        if authentication:
            return (AUTHENTICATION,)
        if signature:
            of_password = has(clause, Term.PASSWORD) and PASSWORD_SERVES.search(clause)
            return () if over is clause and of_password else (SIGNATURE,)
    return ()

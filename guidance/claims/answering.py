"""Short answers to questions with 何, どこ or いつ, read as if they stood in the question.

何回で止まりますか and 三回です tell together that it is 三回で止まります.
"""

import re
from dataclasses import replace

from guidance.claims.telling import ANSWER, question
from guidance.document import Kind
from guidance.look import Look
from guidance.normal import Normal

UNIT = r"(?:回|度|日(?:間)?|時間|時|分|週間|か月|桁|文字|円|ミリ|枚|つ|種類)"
ASKED_FOR = re.compile(
    rf"何{UNIT}(?:目|くらい|ぐらい|ほど|ごろ)?|(?:どの|どれ)(?:くらい|ぐらい|ほど)(?:の(?:期間|時間|間|回数))?|いくら(?:くらい|ほど)?"
    r"|ど(?:の|んな|ういう|のような)(?:[一-龠]{1,4}|[ァ-ヶー]{2,8}|もの|ところ)|どこ|どちら|どれ|どなた|誰|だれ|いつ(?!も|で)|(?:何|なに)(?=[をがでにはと]|です|だ)"
)
"""What a question asks for."""
FILLER = re.compile(
    r"「?(?P<filler>[^。はも?!「」]{1,40}?|[^。はも?!「」]{0,12}「[^「」]{2,30}」)(?:です|だ|じゃ|や|になります|でございます|となります)?(?:よ|ね|わ|な)?[。」]*"
)
"""An answer that is no more than what was asked for: 三回です."""
SAYS_MORE = re.compile(
    r"ます|ません|でき|ない|くださ|ましょう|[るたい](?:から|ので|が)|次|以下|下記|こちら|こと|場合|よ(?:り|っ)"
)
"""An answer that is a sentence of its own."""


SHORT = 12
"""An answer that only repeats the verb is no longer."""
VERB = re.compile(r"(?P<stem>[一-龠]{1,4}|でき|つか|かか)[ぁ-ん]{1,6}$")
"""The last word of a question."""
AGAIN = re.compile(
    r"(?:[こそ]れ[はでも]{0,2}|もちろん|ちゃんと)?、?＿(?:[えけせてねべめれげりきい]?(?:ます|る)|す|く|う|つ|む|ぶ|ぐ|ぬ|っています|っている)(?:よ|ね|とも|わ)*。?"
)
"""Nothing but that word again, not denied."""


def answering(look: Look) -> Look | None:
    """The sentence that a short answer and its question make: 署名用は三回で止まります."""
    if look.sentence.block.kind in (Kind.ROW, Kind.HEADING) or len(look.text) > 44:
        return None
    if _yes(look):
        asked = question(look)
        return _within(look, asked, (0, 0), (0, 0)) if asked else None
    found = FILLER.fullmatch(look.text)
    asked = question(look) if found and not ANSWER.match(look.text) else None
    asks = ASKED_FOR.search(asked) if asked else None
    if not found or not asked or not asks or SAYS_MORE.search(found["filler"]):
        return None
    return _within(look, asked, asks.span(), found.span("filler"))


def _yes(look: Look) -> bool:
    """Whether a sentence is a yes, or says again what its question asks: 直せますよ."""
    answer = ANSWER.match(look.text)
    if answer is not None:
        return answer["yes"] is not None
    asked = question(look) if len(look.text) <= SHORT else None
    word = VERB.search(asked) if asked and not ASKED_FOR.search(asked) else None
    return (
        word is not None and AGAIN.fullmatch(look.text.replace(word["stem"], "＿", 1)) is not None
    )


def _within(look: Look, asked: str, asks: tuple[int, int], filler: tuple[int, int]) -> Look:
    """The question as a statement, with a part of the sentence in the place of what it asks for."""
    part = look.sentence.form.part(*filler)
    whole = look.sentence.form.origin
    first, last = (part.origin[0], part.origin[-1]) if part.origin else (whole[0], whole[-1])
    before, after = asked[: asks[0]], asked[asks[1] :]
    form = Normal(
        before + part.value + after,
        ((first,) * len(before)) + part.origin + ((last,) * len(after)),
    )
    return replace(
        look, sentence=replace(look.sentence, form=form), before=look.before[:-1], taken=[]
    )

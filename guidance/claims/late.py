"""What becomes of a reservation past its time: it is void, and one makes a new one in the app."""

import re
from collections.abc import Iterator

from fakes.words import Words
from guidance.claims.base import Said, Stated
from guidance.claims.parts import denies, question, serves
from guidance.look import Look

NOT = r"(?:ません|ない|なく|ず(?!っ)|なかっ)"
SPAN = r"(?:24時間|時間|期間|期限|期日|しめ切り|締め?切り?|有効期[限間]|一日|1日|丸一日)"
PASSED = re.compile(
    rf"{SPAN}[^、。]{{0,8}}、(?:(?:これ|それ)を)?(?:過ぎ|超え|越え|切れ|逃)|"
    rf"{SPAN}(?:以上)?(?:が|を|も)?(?:過ぎ|すぎ|切れ|超え|超過|越え|越し|こえ|経[っつちた過]|逃[しすさ]|のが[しす]|たっ|たち|たつ|たて|あけ|オーバー)|期限切れ|時間切れ|切れた予約|遅れ(?:たら|た場合|てしま|た)|間に合わな"
    rf"|(?:24時間|期限|しめ切り|締め?切り?|時間)(?:以内|のうち|まで|内|の間)(?:に)?[^、。]{{0,14}}(?:行け|行か|来店(?:でき|し)|使わ|使え|手続きでき|手続きし|終え|終わら|済ませ){NOT}"
    r"|(?:失効|期限の切れ)(?:し)?た(?:予約|番号|ら|場合|とき)|(?:使わなかった|使わないまま|使わずに[^、。]{0,10})(?:番号|予約)|(?:24時間|1日|一日)以降|切らした|(?<![途乾締区踏見売息ぁ-ん])切れ(?:て(?:から|しま)|た(?:ら|とき|場合|もの|あと|後)|ますと|ると|れば)|(?:おととい|一昨日|[2-9]日前|数日前|先週|先月)(?:の|に取った|取った)(?:予約)?番号|(?:超過|経過|失効|期限後)(?:時|後|分|の(?:場合|とき|際)|した(?:場合|とき|際|ら))"
)
"""The reservation's time has run out: 24時間を過ぎた."""
EXTENDED = re.compile(r"(?:予約|期限|番号)[^。]{0,20}(?:延長|延ば)")
"""The time is made longer: 期限は延長できる."""
VOID_SAID = re.compile(r"「[^「」]{0,20}(?:期限|有効)[^「」]{0,16}切れ[^「」]{0,8}」")

VOID = (
    rf"失効(?:し(?!{NOT}|て(?:い)?{NOT})|する|と|です|。|、|$)|無効(?:と|に(?!なら|はなら)|です|で|。|、|$)|(?:使え|使用でき|利用でき|でき|受け(?:付|つ)け(?:られ)?|通ら|通り|進め(?:られ)?|もらえ|いただけ|なれ)(?:は)?{NOT}"
    r"|効力を失|消え|消滅|取り?消|不可|はじかれ|役に立た(?:ない|ず|ません)|だめ|ダメ|[×✕]"
)
AGAIN = (
    r"予約(?:の手続き)?(?:を|は|から)?(?:もう(?:一度|1度|一回)|再度|改めて|あらためて|新たに|新しく)(?:お)?(?:取|と[るりっ]|し(?:て|ま)|入れ)|予約(?:を|の|は|し|から)?(?:、)?(?:もう一度|再度|改めて|あらためて|新たに|新しく|初めから|はじめから|最初から|一から)?(?:を)?(?:取り直|取りなお|とり直|とりなお|し直|しなお|やり直|やりなお|入れ直)"
    r"|(?:もう一度|もういちど|再度|改めて|あらためて|新たに|新しく|新たな|新しい|もう一回|初めから|はじめから|最初から|一から)[^。]{0,14}予約|再予約|再度の予約|予約(?:操作)?(?:を|から|し)?[^、。]{0,10}(?:やり直|繰り返|始め)|予約が?(?:もう一度)?必要"
)
KEPT = (
    rf"(?:失効|無効(?:に|と)?)(?:は)?(?:しない|しません|せず|なら(?:ない|ず)|なりません|することは(?:な|あり))|(?:その番号のまま|そのまま|同じ(?:予約)?番号|前の(?:予約)?番号|前に取った(?:予約)?番号|元の番号)[^。]{{0,24}}(?:使え[るまて]|使って|使い|できます|できる|手続き可|使用可|可(?:$|。)|通[っりる]|有効|手続きし|手続きでき|入れ直せば|復活|かまいま|かまわ|大丈夫)"
    r"|(?:番号|予約|番号も|予約も|まだ|間|引き続き|数日)(?:は|も|が|なら)?[^、。]{0,12}(?:有効(?:です|で|だ|。|と|に|のまま|な|とし)|生きて(?:い|お)|使え[るまて](?!せん)|使用可|使用でき(?:る|ます)|受け付けられ(?:る|ます)|受け付け(?:ます|る。|てもらえ|ており|ている)|通用し(?:ます|て)|残って)"
    r"|(?:延長|延期)(?:(?:の)?(?:手続き?|申請|依頼|ボタン))?(?:が|も|を|は)?(?:でき(?:る|ます)|可|お?受け|お?申し|頼|依頼|すれば|する|して|し、|します|され|」|も?らえ|お願い|の)|(?:延長|延期)(?:(?:で|にて|により)(?:対応|処理|可)|(?:の)?上)|延び(?:る|ます|て)|延ば(?:せ|す(?!方法|こと|手)|し(?:て(?!い?な)|ます))|延ばして"
    r"|復活(?:する|し|でき|させ)|使えるように(?:戻|して|な)|戻して(?:もら|くれ)|猶予|繰り?越|取り?直(?:さずに|さなくて)|取り?直す(?:必要|こと)(?:は|も|が)?(?:な|あり|いり)"
    rf"|(?:予約|再予約|やり直|し直|取り?直し?|取得|手続き)(?:す|する)?(?:は|を|の)?(?:必要)?(?:は|も|が|では)?(?:要り|要ら|いり|いら|不要|必要(?:は|も)?(?:な|あり)|必要{NOT}|せず|しなくて)"
    r"|^でき(?:る|ます)|^可(?:$|[(。、])|^有効|^○|^◯|^使え(?:る|ます)|^そのまま|再発行(?:を|に|し)?(?:依頼|してもら|を受|申)"
)
GIVEN_UP = r"二度と[^、。]{0,10}(?:取れ|でき)|予約(?:は|が|も)[^、。]{0,8}(?:一生|今後|もう)[^、。]{0,6}(?:でき|取れ)|予約(?:を|の)?(?:し直|取り直|やり直)[^、。]{0,8}(?:でき(?:ない|ません|ず)|認められ|ことはでき)|(?:窓口|役所|役場)[^、。]{0,16}(?:しか(?:ない|ありません|な)|ほか(?:は|に)?(?:な|あり)|のみ|だけ|に限)|(?:窓口|役所|役場)(?:で|へ|に)(?:行|手続|お越し|再設定)"
DENIED_KEPT = re.compile(
    rf"(?:延長|延期|延ば[すし]|復活|戻[すし]|猶予|繰り?越)[^。]{{0,24}}?(?:{NOT}|不可|方法は(?:なく|な|あり)|しくみは?な|制度は?な)|(?:そのまま|同じ(?:予約)?番号)(?:で)?(?:は|では)[^、。]{{0,16}}{NOT}|(?:窓口|役所)[^、。]{{0,10}}(?:必要|こと)(?:は|も)?(?:な|あり)|取り?直さない(?:限り|と|かぎり)|(?:予約|やり直|取り直)し?(?:しない|せず|直さない)(?:限り|と|かぎり|には)"
)
SIGNS = re.compile(
    f"(?P<denied>{DENIED_KEPT.pattern})|(?P<given>{GIVEN_UP})|(?P<kept>{KEPT})|(?P<again>{AGAIN})|(?P<void>{VOID})"
)
BY_OTHERS = re.compile(
    r"(?:店員|店の人|スタッフ|職員|ヘルプデスク|コールセンター|役員|係員|係の人)(?:に|へ|が)[^、。]{0,16}(?:頼|依頼|申し出|お願い|延長|再発行|予約|電話|連絡|戻)"
)
CONCESSIVE = re.compile(r"[^、。]{0,14}?(?:ても|でも|(?:番号|予約|後|あと)も|たって|ようと)")
"""Even then: 期限を過ぎても."""
SUPPOSED = re.compile(
    r"[^、。]{0,16}?(?:ても|でも|(?:番号|予約|後|あと)[もは]|たって|ようと|場合|とき|たら|ら、|れば|と、)"
)
"""If it is so: 期限を過ぎた場合."""
FAILS = re.compile(
    r"(?:えら|エラー|アウト|だめ|終わり|おしまい|あきらめ(?!な|る必要|ず)|注意|気をつけ|お早め|早めに|確認|キャンセル|流れ|やり直|最初|はじめ|初め|予約(?:して|を取|を入れ|する|から|へ|に戻)|取り?直|使い物にならな)"
)
"""What a lapsed reservation comes to, in other words."""
OTHER_THING = re.compile(
    r"証明書(?!等)|ロック(?:が|は|を)|新しい(?:暗証)?番号(?!を取)|暗証番号が|解除|24時間(?:待|営業)"
)


def late(look: Look) -> Iterator[Stated]:
    """A lapsed reservation is of no use: 24時間を過ぎた予約は失効する."""
    text = VOID_SAID.sub(lambda found: "期限切れ" + "＿" * (len(found.group()) - 4), look.text)
    passed = PASSED.search(text) or EXTENDED.search(text)
    start = passed.end() if passed and passed.re is PASSED else 0
    if passed is None and not _over(look):
        return
    over = look.near + question(look) + "".join(look.before[-2:]) + text
    if "予約" not in over and not re.search(r"番号[はもをがで]", text) and not look.sentence.row:
        return
    if not re.search(
        r"予約|番号|^24時間", over + "".join(look.sentence.heads)
    ) or OTHER_THING.search(text):
        return
    yield from _outcome(look, text, start)


def _over(look: Look) -> bool:
    """Whether the row, the question, or the sentence before says that the time has run out."""
    row = look.sentence.row
    if row:
        of_certificate = "署名用" in row and "予約" not in row
        return PASSED.search(row) is not None and not of_certificate
    head = look.sentence.heads[-1] if look.sentence.heads else ""
    last = look.before[-1] if look.before else ""
    ends = re.search(r"(?:とき|場合|たら|ら|ません|か[。?]?|[?])[:：。]?$", head) or PASSED.search(
        question(look)
    )
    if re.match(r"その(?:場合|とき|際)", look.text) and PASSED.search(last):
        return True
    if re.match(r"そのまま|引き続き", look.text) and PASSED.search("。".join(look.before[-2:])):
        return True
    return bool(ends and PASSED.search(head)) and not look.before


def _outcome(look: Look, text: str, start: int) -> Iterator[Stated]:
    """The first word that goes against it decides; else any that bears it out."""
    good = None
    for found in SIGNS.finditer(text, start):
        undone = re.match(rf"(?:ら|れ|られ|え)?{NOT}", text[found.end() :])
        if found.lastgroup == "given" or (found.lastgroup == "kept" and not undone):
            yield _wrong(look, found.start(), found.end())
            return
        good = good or found
    if good is None and (not start or SUPPOSED.match(text[start:])) and _affirms(text[start:]):
        yield _wrong(look, start, len(text))
        return
    other = BY_OTHERS.search(text, start)
    if other and not re.search(NOT, text[other.end() :][:10]):
        yield _wrong(look, *other.span())
        return
    if (
        good is None
        and denies(look) is not None
        and re.search(r"使え|有効|できます|できる", question(look))
    ):
        if denies(look):
            yield Stated("late", None, 0, len(text))
        else:
            yield _wrong(look, 0, len(text))
    elif good is not None:
        yield Stated("late", None, *good.span())


def _affirms(rest: str) -> bool:
    """Whether it says anything but that the reservation is lost."""
    if FAILS.search(rest):
        return False
    said = serves(rest)
    if CONCESSIVE.match(rest):
        return said is True or bool(
            re.search(rf"{NOT}(?:て|くて)?(?:も)?(?:よ|い|かま|大丈夫)", rest)
        )
    return (
        said is not False
        and bool(re.search(r"予約|番号|期限|手続|使", rest))
        and not re.search(NOT, rest)
    )


def _wrong(look: Look, start: int, end: int) -> Stated:
    quote = look.sentence.quote(start, end)
    return Stated("late", Said(Words(quote, quote)), start, end)

"""Who is named in a role: the holder of the card, the municipality, somebody else, a machine.

The right ones are a small closed set; whoever else has a name with the head of a person or of an
office is somebody else, known or not: 情報システム部, 町会の世話役.
"""

import re
from enum import Enum

OKURIGANA = r"持ち主|使い主|お?連れ合い|お?連れ|お?迎え|雇い主|見張り|付き添い|つき添い|受け持ち|手伝い|知り合い|年寄り|受け付け|取り次ぎ|見守り|届け先|申し込み先|勤め先|問い合わせ先|お?友だち|子ども|お店|お宅|お子|お手|お巡り|みんな|みなさ[んま]|あなた|お?まわり|わたし|うち|よそ|ほか|となり|いずれか|どなたか|誰か|だれか|私ども|わたくしども"
NAME = rf"(?:{OKURIGANA}|[一-龠々ァ-ヶー0-9a-z・]|[おご](?=[一-龠])|さん|さま|かた|ども|(?<=[一-龠々ァ-ヶーa-z0-9んまちどかれいりえけみめ])の(?=[一-龠々ァ-ヶーa-z0-9おごかさ])){{1,30}}"
"""A noun phrase, as far as it goes without okurigana: 管理組合の役員, お店の人.

It is bounded, so that the cost of a line without particles stays in proportion.
"""


class Who(Enum):
    """Whom or what a name stands for."""

    HOLDER = "the holder of the card"
    MEMBER = "one for whom the guide is written"
    MUNICIPAL = "the municipality of residence"
    KIOSK = "the shop or its kiosk, as a place"
    OFFICE = "another office"
    OTHER = "somebody else"
    MACHINE = "a machine"
    THING = "something else"


HOLDER = re.compile(
    r"(?:本人(?:さ[まん]|様)?(?:自身)?|自分(?:自身)?|自身|持ち主(?:の(?:方|人|かた))?|使い主|名義(?:人|の方)|所有者|保有者|みんな|み?な?皆(?:さ[んま]|様)?(?:方)?|みなさ[んま]|あなた(?:様|さま)?|わたし|私|当人|各自|各人|個人|一人一人|一人ひとり|お?客(?:さ[んま]|様)?(?:方|側)?|利用者(?:様|さま)?(?:側)?|予約者|使用者|お宅|患者(?:さ[んま]|様)?)$"
)
"""The holder, at the end of a name: カードの持ち主, 組合員ご自身."""
MEMBER = re.compile(
    r"(?:組合員|会員|社員|入居者|居住者|住人|住民|市民|区民|町民|村民|県民|都民|国民|学生|生徒|受講者|受験者|参加者|加入者|契約者|相談者|来店者|来庁者|来場者|申請者|申込者|読者|視聴者|リスナー|保護者|被保険者|受給者|納税者|初心者|未成年者|高齢者|対象者|該当者|外国人|顧問先|お?年寄り|誰|だれ|どなた|全員|2人|ひと|両方|何者|(?:[おご](?!店|宅|役)[一-龠]{1,3})の(?:人|方|かた|者)|^の?(?:人|方|かた|者)|1人|一人)$"
)
"""One of those whom a guide addresses, or nobody in particular: ロックされた方."""
STAFF = r"職員|受付係|係員?|係の(?:人|方|者)|担当(?:者|の方|の人|課|窓口)?|窓口|人|方|かた|課|者|スタッフ"
MUNICIPAL = re.compile(
    rf"(?:^|(?<=の))(?:住民票(?:のある|を置く)|(?:住民票|住所地?|住まい|居住地|地元|現住所)の)?(?:市区?町村|区市町村|自治体|[一-龠]{{0,4}}?(?:市|区)役所|[一-龠]{{0,4}}?(?:町|村)?役場|役所|市民課|住民課|区民課|町民課|戸籍(?:住民)?課|市民窓口課|(?:区役所)?支所|出張所|庁舎|窓口|行政窓口|市|区|町|村|区市町村|市町村)(?:の?(?:役所|役場|窓口|市民課|住民課|担当課|戸籍住民課|庁舎))?(?:の?(?:{STAFF}))?$"
)
"""The municipality and its people: 住民票のある市区町村の職員. From the beginning of a name."""
BARE_STAFF = re.compile(rf"(?:{STAFF}|担当)(?:さん)?$")
"""Staff without an office: those of the counter, where the counter is spoken of."""
PERSONS = r"人|方|かた|者|員|係|官|師|士|司書|助手|当番|門番|店番|守衛|長|役|主|氏|さん|さま|様|家族|親族|親類|親戚|身内|夫|妻|夫婦|夫妻|旦那|奥さん|親|父|母|両親|息子|娘|子|子ども|お子|兄弟|姉妹|兄|弟|姉|妹|孫|祖父|祖母|友|友達|友だち|仲間|同僚|先生|上司|部下|後輩|先輩|代理|お?連れ合い|お?連れ|お?迎え|雇い主|見張り|付き添い|連れ|連れ合い|手伝い|知り合い|スタッフ|クルー|オーナー|アルバイト|パート|バイト|店長|オペレーター?|ヘルパー|ケアマネ|ジャー|マネージャー|サポーター|ボランティア|どなたか|誰か|だれか|パートナー|メンバー|パパ|ママ|ガイド|アドバイザー|カウンセラー|コンシェルジュ|インストラクター|エンジニア|ドライバー|キャスト|フロア|世話人|担任|担当|相手|専門家|プロ|スタッフ一同"
OFFICES = r"側|当方|ども|総務|人事|経理|庶務|情シス|事務|(?<!の)受付|受け付け|会社|企業|団体|法人|機関|機構|協会|連盟|組合|会|社|課|部|室|局|署|庁|省|府|県|国|科|班|組|チーム|グループ|センター|デスク|サポート|窓口|受付|カウンター|コーナー|事務局|事務所|本部|支部|支店|支社|本社|本店|本校|営業所|事業所|教室|施設|店|店舗|お店|店頭|レジ|院|クリニック|薬局|学校|大学|園|館|所|銀行|行|郵便局|警察|交番|社協|メーカー|キャリア|ショップ|ベンダー|スーパー|jー?lis|自治体|市区町村|市町村|役場|役所|市|区|町|村|都道府県|勤め先|勤務先|届け先|家電量販店"
PERSON = re.compile(rf"(?:{PERSONS})$")
OFFICE = re.compile(rf"(?:{OFFICES})$")
"""The heads of somebody else's names."""
NOBODY = re.compile(
    r"(?:以外|大丈夫|来庁|来所|来店|一方|他方|双方|桁の方|の方法|桁|予約の受付|機械の受付|両方|関係|片方|側面|[裏表内外左右上下両片]側|手前側|向こう側|場合|必要|番号|画面|操作|手順|方法|期限|時刻|時間|日時|場所|何回|毎回|有効|一部|全部|内部|外部|上部|下部|中央部|見方|やり方|仕方|使い方|夕方|平方|都会|機会|会場|手続|市場|当日|親切|素子|様子|電子|冊子|調子|原因|要件|個所|箇所|住所|長所|短所|近所|名所|桁以上|成人|子機|お手元|役目|同様|仕様|多様|国|登場|現場|工場|立場|相場|その場|台所|便所|暗証番号|再設定|銀行|取引先)$"
)
"""Ends like a person or an office, and is none."""
MACHINE = re.compile(
    r"(?:コピー機|複合機|機械|機|端末|キオスク|システム|サーバー?|コンピュータ?ー?|プログラム|センター機|ソフト|atm|ロボット|チャットボット|ai)$"
)
KIOSK = re.compile(
    r"(?:コンビニ(?:エンスストア)?(?:等|など)?|マルチ(?:コピー機|端末)|コピー機|キオスク(?:端末)?|(?:^|[のおご]|対応|提携|参加|取り?扱い?|取扱い?|加盟|対象|各|全|同|系列|実施|他|両|当|弊|貴)店|店舗|店頭|お店|ストア|セブン-?イレブン|セブン|イオン(?:リテール)?|ローソン|ファミリーマート|ファミマ|ミニストップ|チェーン)$"
)
"""The shop and its kiosk, where the reset is done."""
STRANGE_TOWN = re.compile(
    r"本籍|勤務|勤め|通勤|通学|旧|以前|前住|転出|実家|最寄|近隣|隣|交付|どこ|全国|旅行|滞在|出張先|出生"
)
"""Not the municipality of residence: 本籍地の市区町村."""


def who(name: str, at_counter: bool = False) -> Who:
    """Whom a name stands for; staff without an office are the counter's at the counter."""
    name = name.lstrip("0123456789の・")
    if "以外" in name:
        return Who.OTHER
    if HOLDER.search(name):
        return Who.HOLDER
    if MEMBER.search(name) or NOBODY.search(name):
        return Who.MEMBER if MEMBER.search(name) else Who.THING
    if at_counter and BARE_STAFF.match(name):
        return Who.MUNICIPAL
    office = MUNICIPAL.search(name)
    if office is not None:
        return Who.MUNICIPAL if _residence(name[: office.start()]) else Who.OFFICE
    if KIOSK.search(name):
        return Who.KIOSK
    if MACHINE.search(name):
        return _owned(name)
    if PERSON.search(name):
        return Who.OTHER
    return Who.OFFICE if OFFICE.search(name) else Who.THING


def _residence(before: str) -> bool:
    """Whether a municipality is that of residence, by what stands before it."""
    if STRANGE_TOWN.search(before):
        return False
    return not before or who(before) in (Who.THING, Who.MUNICIPAL, Who.HOLDER, Who.MEMBER)


def _owned(name: str) -> Who:
    """A machine, or the office in which it stands: 人事部の端末."""
    owner = name.rpartition("の")[0]
    return Who.OFFICE if owner and who(owner) in (Who.OFFICE, Who.OTHER) else Who.MACHINE

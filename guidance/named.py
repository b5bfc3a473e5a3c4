"""Whom, where and what a text names, to be told apart without understanding what it says of them."""

import re
from collections.abc import Iterator

from guidance.strangers import PERSON
from guidance.terms import Term, terms
from guidance.walking.labels import QUOTED

SELF = "本人"
HOLDER = re.compile(r"本人|自分|自身|自力")
PLACES = {
    Term.APP: "アプリ",
    Term.COMPUTER: "パソコン",
    Term.KIOSK: "マルチコピー機",
    Term.COUNTER: "窓口",
    Term.PORTAL: "マイナポータル",
}

TOLD = (HOLDER, PERSON, QUOTED)

NOUN = re.compile(
    r"[一-龠々ァ-ヶーa-z]++(?=さん|様|など|だけ|しか|より|から|まで|で(?!き)|[がはにへのをともやだ]|[^ぁ-ん]|$)"
)
"""A run of kanji, katakana or letters before a particle, and not the stem of a verb."""

_ORDINARY = """
    一 二 三 四 十 上 下 中 内 外 前 後 先 間 際 時 日 回 点 分 度 桁 目 字 数 件 例 形 別 他 全 各 同 部 面 側
    背 顔 紙 表 気 手 話 旨 文 人 方 者 所 物 事 用 的 様 問 合 答 順 次 逆 改 可 控 店 今
    下記 以下 同様 反対 同時 一緒 意味 最初 最後 途中 中央 真 背面 裏面 裏側 位置 場所 方法 場合 全部 一部 半分 両方
    片方 多 直接 実際 通常 普通 可能 不要 必要 無料 無関係 機械 店舗 画面 表示 文言 メッセージ メニュー 案内 案内文
    番号 数字 英字 英数字 半角 大文字 小文字 指紋 認証 生体認証 nfc ok
    選択 セット 設置 接触 密着 タッチ タップ 起動 入力 操作 確認 一読 終了 完了 利用 使用 更新 設定 再設定 予約
    ロック ログイン 申告 記憶 メモ 連絡 質問 回答 返事 注意 注意点 注意事項 手順 順番 手続 対応 機能 ズレ
    料金 費用 代金 手数料 期限 有効期限 営業時間 営業時間内 時間 時間帯 午前 午後 朝 昼 夜 翌朝 現在 今回 当日
    翌日 本日 今日 明日 昨日 毎日 一度 再度 平日 土曜 日曜 祝日 土日 土日祝 年末 年始
"""
ORDINARY = frozenset(_ORDINARY.split())
"""Words that come and go in every rewording."""


def known(text: str) -> Iterator[str]:
    """The people and places of a text in its normal form, each under one name."""
    if HOLDER.search(text):
        yield SELF
    yield from (found.group() for found in PERSON.finditer(text))
    yield from (PLACES[found.term] for found in terms(text) if found.term in PLACES)


def nouns(text: str) -> Iterator[str]:
    """Its other nouns outside of quoted labels, without those that any guide uses."""
    read = [(found.start, found.end) for found in terms(text)]
    read += [found.span() for each in TOLD for found in each.finditer(text)]
    for found in NOUN.finditer(text):
        inside = any(start <= found.start() and found.end() <= end for start, end in read)
        if not inside and found.group() not in ORDINARY:
            yield found.group()

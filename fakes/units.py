"""The units of the policy: what a number reads on into; for other values, of what kind they are."""

from fakes.words import Words

WRONG_ENTRIES = Words("回", "wrong entries in a row")
WRONG_NUMBERS = Words("回", "wrong reservation numbers in one visit")
ENTRIES = Words("回", "entries")
DIGITS = Words("桁", "digits")
CHARACTERS = Words("文字", "characters")
MILLIMETRES = Words("ミリ", "mm")
YEN = Words("円", "yen")
SPAN = Words("期間(終わりの時点を含む)", "length of time, its end included")
FROM = Words("時刻(その時刻を含む)", "time of day, inclusive")
UNTIL = Words("時刻(その時刻は含まない)", "time of day, exclusive")
WEEKDAYS = Words("曜日", "days of the week")
DATES = Words("月日", "dates")
YES_OR_NO = Words("はい・いいえ", "yes or no")
NAME = Words("名前", "name")
LABEL = Words("画面の表示", "label on a screen")
MESSAGE = Words("メッセージ", "message")
BY_CHAIN = Words("チェーン別", "by chain")

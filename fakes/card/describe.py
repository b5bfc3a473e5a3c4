"""APDUs in words, for journeys and reports. Secrets never come out of here."""

from fakes.card import files
from fakes.card.apdu import Command, Ins, Refused, Status, decode
from fakes.words import Words

FILES = {
    files.SIGNATURE_CERTIFICATE: Words("署名用電子証明書", "signature certificate"),
    files.SIGNATURE_CA: Words("署名用の認証局の証明書", "signature CA certificate"),
    files.TOKEN_INFORMATION: Words("カードの種類", "token information"),
    files.PRESENT_CERTIFICATES: Words("入っている証明書の一覧", "certificates present"),
    files.AUTHENTICATION_CERTIFICATE: Words("利用者証明用電子証明書", "authentication certificate"),
    files.AUTHENTICATION_CA: Words("利用者証明用の認証局の証明書", "authentication CA certificate"),
    files.AUTHENTICATION_KEY: Words("利用者証明用の鍵", "authentication key"),
    files.AUTHENTICATION_PIN: Words("数字4桁", "authentication PIN"),
    files.SIGNATURE_KEY: Words("署名用の鍵", "signature key"),
    files.SIGNATURE_PASSWORD: Words("署名用パスワード", "signature password"),
}
JPKI = Words("公的個人認証", "JPKI")
CURRENT_FILE = Words("いまのファイル", "current file")
VERBS = {
    Ins.VERIFY: Words("照合", "VERIFY"),
    Ins.CHANGE_REFERENCE_DATA: Words("変更", "CHANGE REFERENCE DATA"),
    Ins.PERFORM_SECURITY_OPERATION: Words("署名", "SIGN"),
    Ins.RESET_RETRY_COUNTER: Words("再設定", "RESET RETRY COUNTER"),
    Ins.GET_CHALLENGE: Words("使い捨ての乱数", "GET CHALLENGE"),
    Ins.SELECT: Words("選択", "SELECT"),
    Ins.READ_BINARY: Words("読み出し", "READ BINARY"),
    Ins.UPDATE_BINARY: Words("書き込み", "UPDATE BINARY"),
}
STATUS = {
    value: name.replace("_", " ").lower()
    for name, value in vars(Status).items()
    if isinstance(value, int)
}
STATUS_IN_JAPANESE = {
    Status.OK: "成功",
    Status.BLOCKED: "ロックされている",
    Status.SECURITY_NOT_SATISFIED: "照合がまだ",
    Status.CONDITIONS_NOT_SATISFIED: "条件を満たさない",
    Status.FILE_NOT_FOUND: "ない",
    Status.ALREADY_WRITTEN: "すでに書き込み済み",
    Status.WRONG_DATA: "データが正しくない",
    Status.WRONG_LENGTH: "長さが正しくない",
}


def describe(command: bytes, reply: bytes | None) -> Words:
    """Write an exchange on one line: what was asked of which file, and how the card answered."""
    asked, answered = _asked(command), _answered(reply)
    return Words(f"{asked.ja} → {answered.ja}", f"{asked.en} → {answered.en}")


def is_further_block(command: bytes) -> bool:
    """Whether a command reads on in the file that the one before it named."""
    names_file = command[2:3] >= b"\x80"
    return command[1:2] == bytes([Ins.READ_BINARY]) and not names_file


def _asked(octets: bytes) -> Words:
    try:
        command = decode(octets)
    except Refused:
        length = len(octets)
        return Words(f"{length}バイトの不正な命令", f"malformed command of {length} bytes")
    name = f"INS {command.ins:02X}"
    verb = VERBS.get(command.ins, Words(name, name))
    if command.ins == Ins.GET_CHALLENGE:
        return Words(f"{verb.ja} ({verb.en})", verb.en)
    if command.ins == Ins.READ_BINARY and not command.p1 & 0x80:
        start = command.p1 << 8 | command.p2
        return Words(f"{start}バイト目からの{verb.ja} ({verb.en})", f"{verb.en} from {start}")
    meant = _meant(command)
    counts = command.ins == Ins.VERIFY and not command.data
    return Words(
        f"{meant.ja}の{'残り回数の確認' if counts else verb.ja} ({verb.en})",
        f"{verb.en} {meant.en}{' (how many tries are left)' if counts else ''}",
    )


def _meant(command: Command) -> Words:
    """The file that a command is about."""
    if command.ins == Ins.SELECT:
        if command.data == files.JPKI_AID:
            return JPKI
        name = command.data.hex().upper()
        return FILES.get(int.from_bytes(command.data, "big"), Words(name, name))
    parameter = command.p1 if command.ins == Ins.READ_BINARY else command.p2
    short_id = parameter & 0x1F
    if not short_id:
        return CURRENT_FILE
    return FILES.get(short_id, Words(f"ファイル{short_id:02X}", f"file {short_id:02X}"))


def _answered(reply: bytes | None) -> Words:
    if reply is None:
        return Words("返事がない (カードが離れた)", "no reply, the card is gone")
    status = int.from_bytes(reply[-2:], "big")
    if status & 0xFFF0 == Status.TRIES_LEFT:
        left = status & 0xF
        tries = "try" if left == 1 else "tries"
        return Words(f"違う、残り{left}回 ({status:04X})", f"{status:04X} {left} {tries} left")
    meaning = STATUS.get(status, "")
    japanese = STATUS_IN_JAPANESE.get(status, meaning)
    length = len(reply) - 2
    return Words(
        f"{japanese} ({status:04X})" + (f"、{length}バイト" if length else ""),
        f"{status:04X} {meaning}" + (f", {length} bytes" if length else ""),
    )

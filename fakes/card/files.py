"""The names on the card: applications, elementary files, what each holds and who may read it.

Source: the survey of physical cards (myna-card) and OpenSC's JPKI driver.
"""

from fakes.purposes import Purpose

JPKI_AID = bytes.fromhex("D392F000260100000001")

SIGNATURE_CERTIFICATE = 0x0001
SIGNATURE_CA = 0x0002
TOKEN_INFORMATION = 0x0006
PRESENT_CERTIFICATES = 0x0008
AUTHENTICATION_CERTIFICATE = 0x000A
AUTHENTICATION_CA = 0x000B
AUTHENTICATION_KEY = 0x0017
AUTHENTICATION_PIN = 0x0018
SIGNATURE_KEY = 0x001A
SIGNATURE_PASSWORD = 0x001B

CERTIFICATE = {
    Purpose.AUTHENTICATION: AUTHENTICATION_CERTIFICATE,
    Purpose.SIGNATURE: SIGNATURE_CERTIFICATE,
}
CA = {Purpose.AUTHENTICATION: AUTHENTICATION_CA, Purpose.SIGNATURE: SIGNATURE_CA}
KEY = {Purpose.AUTHENTICATION: AUTHENTICATION_KEY, Purpose.SIGNATURE: SIGNATURE_KEY}
SECRET = {Purpose.AUTHENTICATION: AUTHENTICATION_PIN, Purpose.SIGNATURE: SIGNATURE_PASSWORD}

SECRET_OF_FILE = {file: purpose for purpose, file in SECRET.items()}
KEY_OF_FILE = {file: purpose for purpose, file in KEY.items()}
CERTIFICATE_OF_FILE = {file: purpose for purpose, file in CERTIFICATE.items()}

READABLE = frozenset({TOKEN_INFORMATION, PRESENT_CERTIFICATES, *CERTIFICATE.values(), *CA.values()})
ALL_FILES = READABLE | frozenset(KEY.values()) | frozenset(SECRET.values())

# The first 32 of 160 bytes are the label. What the rest of a physical card's says is not public;
# here it is blank text fields and zeros, in the layout of CK_TOKEN_INFO.
TOKEN_INFORMATION_CONTENT = b"JPKIAPICCTOKEN2".ljust(32) + b" " * 64 + b"\0" * 64
PRESENT_CERTIFICATES_CONTENT = bytes.fromhex("8F8F00")

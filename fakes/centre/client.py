"""How app and kiosk ask the centre for something in the holder's name."""

from fakes.card.reader import Reader
from fakes.centre.centre import CentreWire
from fakes.centre.messages import Request, SignedRequest
from fakes.policy import Policy
from fakes.purposes import Purpose


def request_reset(
    policy: Policy, reader: Reader, centre: CentreWire, target: Purpose, number: str = ""
) -> SignedRequest:
    """Make a fresh request: signed by the card, unless the procedure wants no key for it."""
    if policy.key_is_wanted:
        return sign_request(reader, centre, target, number)
    request = Request(target, reader.card_id(), centre.nonce(), number)
    return SignedRequest(request, reader.certificate(policy.voucher(target)), b"")


def sign_request(
    reader: Reader, centre: CentreWire, target: Purpose, number: str = ""
) -> SignedRequest:
    """Have the card sign a fresh request; the secret of the other purpose must be verified."""
    request = Request(target, reader.card_id(), centre.nonce(), number)
    certificate = reader.certificate(target.other)
    signature = reader.sign(target.other, request.signed_bytes())
    return SignedRequest(request, certificate, signature)

"""Renewing a certificate at the kiosk, as the counter does it: no kiosk of today offers this."""

from collections.abc import Callable, Mapping

from fakes import wording
from fakes.card.terminal import Authority
from fakes.contact import Contact
from fakes.device import Page
from fakes.kiosk.service import DONE, Service, ServiceState
from fakes.office import CardOffice
from fakes.policy import Policy
from fakes.purposes import Purpose

TITLE = "署名用電子証明書の更新"


class RenewalService(Service[ServiceState]):
    """Renews the certificate for signatures of the card that is set on the tray."""

    title = TITLE

    def __init__(
        self, policy: Policy, tray: Contact, leave: Callable[[], None], office: CardOffice
    ) -> None:
        super().__init__(policy, tray, leave)
        self._office = office
        self._state = ServiceState()

    def start(self) -> None:
        """Begin a visit."""
        self._state = ServiceState()

    def _further_pages(self) -> Mapping[str, Callable[[], Page]]:
        return {}

    def _begin(self) -> None:
        card = self._tray.card
        assert card is not None
        self._office.renew(card, self._reader, Authority.KIOSK, Purpose.SIGNATURE)
        self._change(at=DONE, notice=wording.RENEWED)

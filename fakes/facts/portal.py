"""マイナポータル, where the 4 digits are typed most."""

from dataclasses import dataclass

from fakes import units
from fakes.provenance import Group, Source, fact


@dataclass(frozen=True)
class PortalFacts:
    """The facts of the portal."""

    biometric_login: bool = fact(Group.PORTAL, True, units.YES_OR_NO, Source.ARTICLE).said(
        ja=(
            "指紋や顔によるログインに切り替えられるか",
            "§7。マイナポータルアプリなどの設定で切り替える",
        ),
        en=(
            "whether login can be switched to fingerprint or face",
            "§7: by a setting of the portal app",
        ),
    )

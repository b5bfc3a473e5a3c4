"""What makes a certificate void, and whether a void one still serves."""

from dataclasses import dataclass

from fakes import units
from fakes.provenance import Group, Source, fact


@dataclass(frozen=True)
class CertificateFacts:
    """The facts of the two certificates."""

    expired_certificate_serves: bool = fact(
        Group.CERTIFICATES, False, units.YES_OR_NO, Source.ARTICLE
    ).said(
        ja=(
            "有効期限の切れた電子証明書でも再設定できるか",
            "§6。有効期限を確かめるようにいう",
        ),
        en=(
            "whether an expired certificate still serves for a reset",
            "§6 has one check its validity",
        ),
    )
    revoked_certificate_serves: bool = fact(
        Group.CERTIFICATES, False, units.YES_OR_NO, Source.ARTICLE
    ).said(
        ja=("失効した電子証明書でも再設定できるか", "§6。失効していると、鍵として使えない"),
        en=(
            "whether a revoked certificate still serves for a reset",
            "§6: a void one is no key",
        ),
    )
    move_voids_signature: bool = fact(
        Group.CERTIFICATES, True, units.YES_OR_NO, Source.ARTICLE
    ).said(
        ja=(
            "引っ越しで住所が変わると署名用電子証明書が失効するか",
            "§6。更新していないと失効している",
        ),
        en=(
            "whether a change of address voids the signature certificate",
            "§6: void unless it is renewed",
        ),
    )
    move_voids_authentication: bool = fact(
        Group.CERTIFICATES, False, units.YES_OR_NO, Source.PUBLIC
    ).said(
        ja=(
            "引っ越しで住所が変わると利用者証明用電子証明書が失効するか",
            "案内は触れていない。J-LISと市区町村のページでは、有効なまま",
        ),
        en=(
            "whether a change of address voids the user-authentication certificate",
            "the guide is silent; J-LIS and city pages say that it stays valid",
        ),
    )

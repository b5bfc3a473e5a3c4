"""The question for an identity document: the same wherever it is asked."""

from fakes.device import Act, Page

SHOW_IDENTITY = "本人確認書類を見せる"
NOT_BROUGHT = "持っていない"
MISSING = "本人確認書類がないと、手続きできません。"


def page(shown: Act, missing: Act) -> Page:
    """The page that asks for the document, and goes one way with it and another without."""
    choices = {SHOW_IDENTITY: shown, NOT_BROUGHT: missing}
    return Page("本人確認", "本人確認書類を見せてください。", choices)

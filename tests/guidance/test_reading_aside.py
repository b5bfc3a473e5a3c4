"""What surrounds the guide on a page is left out, and nothing of the guide is."""

import pytest

from tests.guidance.reading import html, markdown

GUIDE = "<p>番号を入れます。</p>"
LEFT = ["番号を入れます。"]
LONG = "この案内では、数字4桁の暗証番号を再設定する方法を説明します。" * 8


@pytest.mark.parametrize(
    "tag",
    [
        *["script", "style", "template", "noscript", "nav", "header", "footer", "aside", "form"],
        *["button", "select", "iframe", "svg"],
    ],
)
def test_elements_that_are_left_out(tag: str) -> None:
    assert html(f"<{tag}>余計</{tag}>{GUIDE}") == LEFT


@pytest.mark.parametrize(
    "attribute",
    [
        "hidden",
        'aria-hidden="true"',
        'style="color: red; display: none"',
        'role="navigation"',
        *[
            f'class="{name}"'
            for name in (
                "menu",
                "global-nav",
                "breadcrumb",
                "ad",
                "ads_top",
                "top-banner",
                "pr-box",
                "share-buttons",
                "sns",
                "related-posts",
                "sp ranking",
                "sidebar",
                "cookie-notice",
                "site-footer",
                "site-header",
                "l-header",
                "pager",
                "post_share_box",
            )
        ],
        'id="sidebar"',
    ],
)
def test_attributes_that_leave_an_element_out(attribute: str) -> None:
    assert html(f"<div {attribute}><p>余計</p></div>{GUIDE}") == LEFT


@pytest.mark.parametrize(
    "attribute",
    [
        'class="admin"',
        'class="shared"',
        'class="navy"',
        'class="pr-4"',
        'class="step-header"',
        'class="has-sidebar"',
        'class="content-sidebar-wrap"',
        'class="thread"',
        'aria-hidden="false"',
        'style="display: block"',
    ],
)
def test_attributes_that_do_not(attribute: str) -> None:
    assert html(f"<div {attribute}>{GUIDE}</div>") == LEFT


@pytest.mark.parametrize("tag", ["html", "body", "main", "article"])
def test_what_holds_everything_is_never_left_out_for_its_class(tag: str) -> None:
    page = f'<!DOCTYPE html><{tag} class="menu-open">{GUIDE}</{tag}>'
    assert html(page) == LEFT


def test_a_header_within_the_guide_is_part_of_it() -> None:
    assert html("<article><header><h1>題</h1></header><p>文。</p></article>") == ["# 題", "文。"]


def test_main_is_the_guide_even_inside_a_form() -> None:
    assert html(f"<p>上</p><main><p>{LONG}</p></main><p>下</p>") == [LONG]
    assert html(f"<form><main><p>{LONG}</p></main><p>下</p></form>") == [LONG]
    assert html(f"<article><p>{LONG}</p></article><p>下</p>") == [LONG]


def test_little_in_main_is_not_enough() -> None:
    assert html("<main><p>少し。</p></main><p>残り。</p>") == ["少し。", "残り。"]
    articles = f"<article><p>{LONG}</p></article>" * 2
    assert html(f"<p>上。</p>{articles}") == ["上。", LONG, LONG]


def test_a_page_that_is_one_form() -> None:
    assert html(f"<form>{GUIDE}<button>検索</button></form>") == LEFT


LINKS = "".join(f"<li><a href=x>記事{number}</a></li>" for number in range(3))


def test_lists_of_links_are_left_out() -> None:
    assert html(f"<ul>{LINKS}</ul>{GUIDE}") == LEFT
    assert html(f"<p><a>前</a> | <a>上</a> | <a>次</a></p>{GUIDE}") == LEFT
    assert markdown("- [あ](#a)\n- [い](#b)\n- [う](#c)\n\n番号を入れます。\n") == LEFT


def test_links_with_words_of_their_own_are_kept() -> None:
    items = (
        "<li><a href=x>アプリ</a>を起動</li><li><a>予約</a>を選択</li><li><a>完了</a>を確認</li>"
    )
    assert html(f"<ol>{items}</ol>") == ["1. アプリを起動", "2. 予約を選択", "3. 完了を確認"]
    assert html("<ul><li><a>窓口</a><li><a>コンビニ</a></ul>") == ["- 窓口", "- コンビニ"]

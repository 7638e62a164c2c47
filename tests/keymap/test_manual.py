"""The manual's pages on keys and settings say what the program declares."""

from tools.write_manual import DOCS, keys_page, settings_page


def test_the_page_on_keys_is_up_to_date() -> None:
    assert (DOCS / "keys.md").read_text(encoding="utf-8") == keys_page(), "run: python -m tools.write_manual"


def test_the_page_on_settings_is_up_to_date() -> None:
    assert (DOCS / "settings.md").read_text(encoding="utf-8") == settings_page(), (
        "run: python -m tools.write_manual"
    )

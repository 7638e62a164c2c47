"""Web addresses are found as they stand in a sentence, without what stands around them."""

import pytest

from briefreader.text.addresses import addresses, as_url


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://wire.example/a?b=1#c.", ["https://wire.example/a?b=1#c"]),
        ("(http://wire.example/talks)", ["http://wire.example/talks"]),
        ("https://wiki.example/Vienna_(talks), and more", ["https://wiki.example/Vienna_(talks)"]),
        ("[the text](https://wire.example/text) of it", ["https://wire.example/text"]),
        ("“www.wire.example”; HTTP://WIRE.EXAMPLE/", ["www.wire.example", "HTTP://WIRE.EXAMPLE/"]),
        ("Nothing at http:// or www. or wire.example", []),
    ],
)
def test_an_address_ends_where_its_sentence_goes_on(text: str, found: list[str]) -> None:
    assert [span.cut(text) for span in addresses(text)] == found


def test_a_browser_is_told_the_scheme_that_a_text_leaves_out() -> None:
    assert as_url("www.wire.example") == "https://www.wire.example"
    assert as_url("http://wire.example") == "http://wire.example"

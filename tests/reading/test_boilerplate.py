"""What stands on a page beside its article goes; what an article says stays, also where it sounds alike."""

from __future__ import annotations

import pytest

from compare.reading.boilerplate import Block, is_boilerplate, kept


@pytest.mark.parametrize(
    "text",
    [
        "Advertisement",
        "Advertisement - story continues below",
        "Sign up for our newsletter and get the day's headlines",
        "Get the latest news delivered to your inbox every morning",
        "Have a tip? Write to the newsroom at tips@example.org",
        "Follow us on Twitter and Facebook",
        "Photo: Jane Doe / The Example",
        "Ministers leave the hall in Geneva on Monday. (AP Photo/Jane Doe)",
        "Like this story? Share it with a friend!",
        "Filed under: Politics, Europe",
        "READ MORE: Another summit, another city",
        "12 Comments",
        "We use cookies to improve your experience on this site",
        "* * *",
    ],
)
def test_what_goes(text: str) -> None:
    assert is_boilerplate(Block(text))


@pytest.mark.parametrize(
    "text",
    [
        "The bank will cut its rate in March, the minister told reporters on Monday (Reuters).",
        "Readers of the paper may follow the trial, the judge said.",
        "Photographs of the meeting were published on Monday, the ministry said.",
        "Related companies were not named in the indictment.",
        "Tags will be fixed to 400 whales this year, the institute said.",
        "The advertisement was withdrawn after a day of protests, the company said.",
        "Watch out for ice on the roads, the police said.",
        "Share prices fell by 4 per cent on Monday.",
        "https://example.org/report",
    ],
)
def test_what_stays(text: str) -> None:
    assert not is_boilerplate(Block(text))


def test_a_block_of_links_goes_and_one_with_a_link_stays() -> None:
    text = "Another summit, another city, and what became of it"
    assert is_boilerplate(Block(text, linked=len(text)))
    assert not is_boilerplate(Block(text, linked=10))
    assert not is_boilerplate(Block(f"{text}.", linked=len(text)))


def test_the_headline_is_kept_apart_and_a_heading_over_nothing_goes() -> None:
    blocks = [
        Block("Ministers end talks", heading=True),
        Block("The talks are over."),
        Block("Background", heading=True),
        Block("Nobody signed."),
        Block("More from Europe", heading=True),
        Block("Another summit in another city", linked=30),
    ]
    assert kept(blocks, "Ministers end talks") == [False, True, True, True, False, False]

"""The same text in several papers."""

from tests.compare.conftest import Tell
from tui.compare.copies import copies

WIRE = (
    "The council of Varnholm voted on Monday to close the old bridge for eleven months, the mayor said.\n\n"
    "Ferries will carry people over the Sund until the stones of the northern arch have been laid anew.\n\n"
    "It is the third time in ten years that the bridge is closed for repairs of this kind."
)


def test_a_wire_text_told_again_is_a_copy_of_the_first(tell: Tell) -> None:
    told = tell(
        WIRE,
        "A fishing boat was found empty near the lighthouse of Korsund on Tuesday, the coast guard said.",
        WIRE.replace("eleven", "twelve"),
        WIRE + "\n\nThe paper's own reporter adds a short line.",
    )
    first, other, *again = (account.article for account in told)
    assert copies([first, other, *again]) == {article.id: first.id for article in again}


def test_one_shared_paragraph_makes_no_copy(tell: Tell) -> None:
    first, other = tell(
        WIRE,
        WIRE.split("\n\n")[1]
        + "\n\nThe harbour master has sold his boat to a school for young sailors there.",
    )
    assert copies([first.article, other.article]) == {}

"""A reader jumps to a name in sight by its letter, and asks what is known of somebody."""

from textual.events import Key

from briefreader.ui.controllers.labelling import labels
from tests.ui.conftest import Opens


async def test_typing_a_label_goes_to_the_name_under_it(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read_names()
        await reader.press(";")
        view = reader.main.desk.article
        await reader.until(lambda: view.labels)
        place, label = list(view.labels.items())[1]
        await reader.type(label)
        await reader.until(lambda: view.current)
        assert view.current.start == place
        assert not view.labels


async def test_a_label_typed_before_it_is_laid_is_not_lost(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read_names()
        view = reader.main.desk.article
        for key in (";", "s"):
            reader.main.take_key(Key(key, key))
        await reader.until(lambda: view.current)
        assert reader.said == ""
        assert reader.place == "article"


async def test_escape_takes_the_labels_away(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read_names()
        await reader.press(";")
        view = reader.main.desk.article
        await reader.until(lambda: view.labels)
        await reader.press("escape")
        assert not view.labels


def test_no_label_begins_another() -> None:
    for count in (1, 26, 27, 700):
        made = labels(count)
        assert len(set(made)) == count
        assert len({len(label) for label in made}) == 1


async def test_what_is_known_of_a_name_leads_to_where_it_is_said(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read_names()
        await reader.press("tab")
        await reader.filter("borrell")
        await reader.press("=")
        await reader.until(lambda: getattr(reader.screen, "rows", None) and reader.screen.rows.count)
        groups = [group.label for group in reader.screen.rows.plan.groups]
        assert {"Other names", "Offices and titles", "Together with, by articles shared"} <= set(groups)
        await reader.press("escape")
        assert reader.place == "sidebar"

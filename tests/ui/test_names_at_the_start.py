"""The names that the settings ask for stand in the sidebar from the start."""

from dataclasses import replace

import pytest

from briefreader.settings import Settings
from tests.ui.conftest import Opens


@pytest.mark.parametrize("scope", ["all", "listed", "here"])
async def test_the_scope_of_the_settings_is_shown_without_a_key(
    opened: Opens, settings: Settings, scope: str
) -> None:
    wanted = replace(settings, sidebar=replace(settings.sidebar, scope=scope))
    async with opened(settings=wanted) as reader:
        await reader.until(lambda: reader.names)
        assert reader.main.naming.scope == scope
        assert any("Borrell" in name for name in reader.names)

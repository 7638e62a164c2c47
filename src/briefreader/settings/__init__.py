"""config.yaml: every setting with its default, its meaning and its check."""

from briefreader.settings.load import Loaded, load_settings, read_settings
from briefreader.settings.schema import Declared, Rule, Settings, declared, written

__all__ = ["Declared", "Loaded", "Rule", "Settings", "declared", "load_settings", "read_settings", "written"]

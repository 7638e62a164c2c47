"""config.yaml: every setting with its default, its meaning and its check."""

from briefreader.settings.load import load_settings
from briefreader.settings.schema import Declared, Rule, Settings, declared

__all__ = ["Declared", "Rule", "Settings", "declared", "load_settings"]

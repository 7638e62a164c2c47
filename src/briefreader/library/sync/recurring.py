"""Folding the lines that recur in an outlet's articles, once enough of them have been read."""

from __future__ import annotations

import random
import sqlite3
from collections import defaultdict

from briefreader.ingest import is_plain
from briefreader.ingest.folding.recurring import fold_recurring, line_keys, outlet, recurring
from briefreader.library.amending import refolded
from briefreader.library.sync.batches import batched
from briefreader.library.sync.job import Job

_LEAST = 3
_SAMPLE = 200
_BATCH = 500

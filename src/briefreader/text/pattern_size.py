"""How large a regular expression becomes when it is compiled: counted repetitions multiply."""

from __future__ import annotations

import re

_MOST = 100_000
_DEEPEST = 50
_LONGEST = 1000
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]?|\{(\d*),?(\d*)\}|.", re.DOTALL)


def is_reasonable(pattern: str) -> bool:
    """Tell whether ``pattern`` is short, shallow and, with every repetition written out, small."""
    if len(pattern) > _LONGEST:
        return False
    groups, last = [0], 0
    for token in _TOKEN.finditer(pattern):
        if token[0] == "(":
            groups.append(0)
        elif token[0] == ")" and len(groups) > 1:
            last = groups.pop()
            groups[-1] += last
        elif times := int(token[2] or token[1] or 0):
            groups[-1] += last * (times - 1)
            last *= times
        else:
            groups[-1] += 1
            last = 1
        if len(groups) > _DEEPEST or groups[-1] > _MOST:
            return False
    return True

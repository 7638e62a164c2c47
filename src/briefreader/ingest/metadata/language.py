"""The language of a text, by its script and its commonest small words."""

from __future__ import annotations

import re
from collections import Counter

_SMALL = {
    "en": "the and of to in that is was for with on as by are from have has it at be this not which",
    "de": "der die und das den von zu mit ist des auf für im dem nicht ein eine auch sich als es wird",
    "fr": "le la les des et une que qui dans pour est sur au par pas plus ne du aux cette être sont",
    "es": "el los las que y una por con para es se del al lo como más pero su sus fue este está",
    "pt": "os as que um uma não em do da no na dos das ao para com por mais são foi pelo também",
    "it": "il che di e per con non una del della sono gli nel alla è da ha più anche dei le delle",
    "nl": "de het een en van in is dat op te zijn voor met niet aan door ook maar bij werd naar wordt",
    "pl": "w z na do to że się nie jest i o jak po za od przez dla oraz który są także przy",
    "ro": "și de la în a cu pe nu este că din o se un pentru mai sunt au fost prin care sau",
    "sv": "och i att det som en på är av för med den till inte har de om ett var men",
    "tr": "ve bir bu için ile da de olarak çok daha olan gibi kadar sonra en ama",
    "id": "yang dan di untuk dengan pada dari ini itu dalam tidak akan adalah oleh sebagai juga mereka",
    "ru": "и в на не что с по для это как а к из от за его но же также был",
    "uk": "і в на не що з по для це як та до від за його але й також був є",
}
_VOTES: dict[str, tuple[str, ...]] = {}
for _code, _words in _SMALL.items():
    for _word in _words.split():
        _VOTES[_word] = (*_VOTES.get(_word, ()), _code)
_SCRIPTS = (
    ("ja", re.compile("[\u3041-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", re.compile("[\u0620-\u064a]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("el", re.compile("[\u03b1-\u03c9]")),
    ("th", re.compile("[\u0e01-\u0e2e]")),
    ("hi", re.compile("[\u0904-\u0939]")),
)
_OTHER_SCRIPT = re.compile("[" + "".join(script.pattern[1:-1] for _, script in _SCRIPTS) + "]")
_WORD = re.compile(r"[^\W\d_]+")
_ASCII_WORD = re.compile(r"[a-z]+")
_SAMPLE = 1500
_FEWEST = 3


def guess_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language that ``text`` is in, None where too little tells."""
    sample = text[:_SAMPLE].lower()
    if _OTHER_SCRIPT.search(sample):
        for code, script in _SCRIPTS:
            if len(script.findall(sample)) * 10 > len(sample):
                return code
    found = (_ASCII_WORD if sample.isascii() else _WORD).findall(sample)
    times = Counter(found)
    votes: Counter[str] = Counter()
    for word in times.keys() & _VOTES.keys():
        for code in _VOTES[word]:
            votes[code] += times[word]
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < max(_FEWEST, 0.08 * len(found)):
        return None
    return None if len(ranked) > 1 and ranked[0][1] < 1.3 * ranked[1][1] else ranked[0][0]

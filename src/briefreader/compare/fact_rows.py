"""Which claims of several articles are on the same fact, where no name says so: matching by context."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

from briefreader.compare.background import rarity
from briefreader.compare.claims import Claim
from briefreader.compare.dates import overlap
from briefreader.compare.terms import notion
from briefreader.compare.unions import Unions

Place = tuple[int, int]  # article, claim
Evidence = Callable[[Claim, Claim, Mapping[str, float]], float]
Several = Callable[[Claim, Claim], bool]
Rows = list[list[list[Claim]]]
_DAMPING = 0.35
_NEAR_WORD = 3.0  # nats, for a notion that both have in different words
_COMPATIBLE = 11.0
_NAME = 0.2
_LEAST_IN_COMMON = 4


def group(
    claims: Sequence[Sequence[Claim]],
    evidence: Evidence,
    least: float,
    *,
    several: Several = lambda _a, _b: False,
) -> Rows:
    """Return rows, each with the claims of every article on one fact.

    Two claims of different articles meet if each is the best match of the other by ``evidence``, and that is
    at least ``least``; it is enough that one is so where ``several`` lets a claim answer to more than one.
    What nothing meets makes a row of its own.
    """
    weights = _weights(claims)
    unions = Unions[Place]()
    for i in range(len(claims)):
        for j in range(i + 1, len(claims)):
            met = {
                ((i, m), (j, n)): value
                for m, a in enumerate(claims[i])
                for n, b in enumerate(claims[j])
                if (value := evidence(a, b, weights)) >= least
            }
            for (a, b), value in met.items():
                best_a = value >= max(other for (place, _), other in met.items() if place == a)
                best_b = value >= max(other for (_, place), other in met.items() if place == b)
                one_enough = several(claims[i][a[1]], claims[j][b[1]])
                if (best_a and best_b) or (one_enough and (best_a or best_b)):
                    unions.join(a, b)
    return _rows(claims, unions)


def _rows(claims: Sequence[Sequence[Claim]], unions: Unions[Place]) -> Rows:
    rows: dict[Place, list[list[Claim]]] = defaultdict(lambda: [[] for _ in claims])
    for i, own in enumerate(claims):
        for m, claim in enumerate(own):
            rows[unions.root((i, m))][i].append(claim)
    return list(rows.values())


def _weights(claims: Sequence[Sequence[Claim]]) -> dict[str, float]:
    """Weigh each term by its rarity in English and among the contexts of the claims themselves."""
    counts = Counter(term for own in claims for claim in own for term in claim.context)
    return {term: rarity(term) / (1 + _DAMPING * max(0, count - 2)) for term, count in counts.items()}


def shared_context(a: Claim, b: Claim, weights: Mapping[str, float]) -> float:
    """Return what the terms and notions that both contexts have weigh, in nats; names count little.

    That both name the same people says little of which of their doings is meant.
    """
    both = a.context & b.context
    notions = {notion(term) for term in both}
    near = {notion(term) for term in a.context - both} & {notion(term) for term in b.context - both}
    shared = sum(weights[term] * (_NAME if a.spoken.get(term, "")[:1].isupper() else 1.0) for term in both)
    return shared + _NEAR_WORD * len(near - notions - {None})


def same_event(a: Claim, b: Claim, weights: Mapping[str, float]) -> float:
    """As :func:`shared_context`, with a bonus for dates that do not exclude each other."""
    shared = shared_context(a, b, weights)
    return shared + (_COMPATIBLE if shared and overlap(a.same, b.same) else 0.0)


def same_thing(a: Claim, b: Claim, weights: Mapping[str, float]) -> float:
    """As :func:`shared_context`, for claims of one key; those of different keys have nothing in common."""
    return shared_context(a, b, weights) if a.key == b.key else 0.0


def same_statement(a: Claim, b: Claim, _weights: Mapping[str, float]) -> float:
    """Return how much of the shorter quotation's weight stands in the longer one, from 0 to 1."""
    if one_within_the_other(a, b):
        return 1.0
    both = a.context & b.context
    if len(both) < _LEAST_IN_COMMON:
        return 0.0
    shorter = min(sum(map(rarity, a.context)), sum(map(rarity, b.context)))
    return sum(map(rarity, both)) / shorter


def one_within_the_other(a: Claim, b: Claim) -> bool:
    """Tell whether a quotation is the other one, or that one cut short."""
    return f" {a.same} " in f" {b.same} " or f" {b.same} " in f" {a.same} "

"""Entities: who is mentioned, where, how often, and the reader's word on them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefreader import model
from briefreader.library import naming
from briefreader.library.faces.face import Ref
from briefreader.library.faces.reading import Reading

if TYPE_CHECKING:
    from briefreader.library.concordance import Concordance
    from briefreader.library.corrections import CorrectionsBook
    from briefreader.library.dossier import Dossier
    from briefreader.model import Article, Entity, EntityType, Mention


class Naming(Reading):
    """Tells who and what the collection mentions."""

    def entities(
        self,
        article: Ref | None = None,
        *,
        type: EntityType | None = None,
        limit: int | None = None,
        keys: Iterable[int] | None = None,
    ) -> list[Entity]:
        """Return entities, most mentioned first, counted in ``article``, or ``keys``, or the collection."""
        key = None if article is None else self.info(article).key
        return naming.entities(self._shelf, key, type, limit, keys)

    def entity(self, name: str) -> Entity | None:
        """Return the entity with this id, name or alias (case and accents aside)."""
        return naming.entity(self._shelf, name)

    def mentions_in(self, ref: Ref | Article) -> list[Mention]:
        """Return the names in the article in order, recognising them now if that is still to be done."""
        return naming.mentions_in(self._shelf, ref if isinstance(ref, model.Article) else self.article(ref))

    def mentions(self, name: str, *, limit: int | None = None) -> Concordance:
        """Return every mention of an entity, or every match of ``name`` as a query, in context."""
        return naming.concordance(self._shelf, name, limit)

    def about(self, entity: str) -> Dossier:
        """Return what is known of the entity with this id; raises :class:`NothingFound` for none."""
        from briefreader.library import dossier

        return dossier.compile_dossier(self._shelf, entity)

    def months(self, entity: str) -> list[tuple[str, int]]:
        """Return how many articles of each month ("2022-01") mention the entity, from first to last."""
        from briefreader.library import dossier

        return dossier.months_of(self._shelf, entity)

    @property
    def corrections(self) -> CorrectionsBook:
        """The reader's word on entities, kept as YAML that people can read."""
        return self._shelf.corrections

"""What a graph tells of policies over regions and years."""

from __future__ import annotations

from collections.abc import Sequence

from kg.api.rows import Rows, rows
from kg.errors import UsageError
from kg.model.graph import KnowledgeGraph
from kg.model.names import EntityKind

__all__ = ["Policies"]


class Policies:
    """The methods of `Graph` that compare regions; silence is not absence, so each counts the reports that are held."""

    values: KnowledgeGraph

    def compare(
        self,
        *concepts: str,
        regions: Sequence[str] = (),
        years: tuple[int, int] | None = None,
        kinds: Sequence[str] = ("Program", "Project", "PolicyDocument"),
    ) -> Rows:
        """A row for each initiative and region: whether its reports tell of it (`presence`: told; silent, where reports
        are held that do not; not-held), since which year, how far along, the region's own name for it, the words that
        tell of it first and last, with file, start and end; `regions_told` of `regions_held` is the denominator.

        `concepts` are names in any script, keys or IRIs; without one all that two regions tell of. Of `regions` (names
        or codes) a prefecture or province stands for what lies in it; `years` are the first and the last. Silence is
        not absence. Raises `UsageError` for an unknown initiative, region or kind, with near names.

        >>> import kg
        >>> len(kg.load("exports").compare("双减"))
        5
        """
        from kg.export.tables.compare import comparison_table
        from kg.policy.compare import compare

        known = [str(kind) for kind in EntityKind]
        for kind in kinds:
            if kind not in known:
                raise UsageError(f"没有这个类型 / no such kind: {kind}; 有 / there are: {', '.join(known)}")
        found = compare(
            self.values, concepts=concepts, regions=regions, years=years, kinds=[EntityKind(kind) for kind in kinds]
        )
        return rows(comparison_table(found, self.values))

    def diffusion(self, concept: str, table: str = "adopters") -> Rows:
        """How an initiative went from region to region; `concept` is a name in any script, a key or an IRI.

        `adopters`: a row a region, the first region first: first year planned and done, years behind the first, whether
        a higher level had said it (`direction`: top-down, bottom-up, unclear), the words. `curve`: a row a year with
        new, all so far, and of the regions with a report of that year how many have begun. `events`: event history, a
        row a region from `entry` to `exit`, `event` 0 where its reports end first. Only reports held count. Raises
        `UsageError` for an unknown initiative, with near names, or table.

        >>> import kg
        >>> graph = kg.load("exports")
        >>> len(graph.diffusion("双减")), len(graph.diffusion("双减", "events"))
        (3, 5)
        """
        from kg.export.tables.diffusion import adopter_table, curve_table, event_table
        from kg.policy.diffusion import diffusion

        tables = ("adopters", "curve", "events")
        if table not in tables:
            raise UsageError(f"没有这张表 / no such table: {table}; 有 / there are: {', '.join(tables)}")
        found = diffusion(self.values, concept)
        if table == "curve":
            return rows(curve_table(found))
        return rows((adopter_table if table == "adopters" else event_table)(found, self.values))

    def lineage(self) -> Rows:
        """A row for each passage that two reports share but for names and figures: file, region and words of the report
        it stands in first (`from_…`) and of the one it stands in again (`to_…`), similarity from 0 to 1, kind (passage;
        document, where the shorter report stands almost whole in the other), and by what the direction is known (year,
        date; unknown), places as half-open characters. A report posted again as a whole is not in the graph.

        >>> import kg
        >>> len(kg.load("exports").lineage())
        0
        """
        from kg.export.tables.lineage import lineage_table
        from kg.policy.lineage import lineage

        return rows(lineage_table(lineage(self.values)))

    def promises(self, *, regions: Sequence[str] = (), years: tuple[int, int] | None = None, outcome: str = "") -> Rows:
        """A row for each thing that a report plans: region, year, name, outcome (kept, under-way, renamed, dropped,
        no-later-report), the plan's quote and beside it that of the report which answers, the reason in words, how sure
        it is from 0 to 1, and both places.

        Only those of some regions (name, code or key), of years from the first to the last, of one outcome if given.
        A plan after which no report is held was not dropped. Raises `UsageError` for an unknown region or outcome.

        >>> import kg
        >>> len(kg.load("exports").promises(years=(2019, 2019))) > 50
        True
        """
        from kg.export.tables.promises import promise_table
        from kg.policy.promises import promises, with_outcome

        ledger = promises(self.values, regions=regions, years=years)
        return rows(promise_table(with_outcome(ledger, [outcome] if outcome else []), self.values))

    def reach(self, document: str = "") -> Rows:
        """A row for each paper of a higher level, region, year and program that rests on it there (落实《…》): level
        and year of the paper, the region, status, the words with file, start and end; `program` is empty where they
        name none. Of one paper if given: a title in any script, a part of it, a key or an IRI. Silence is not absence.
        Raises `UsageError` for an unknown paper, with near titles.

        >>> import kg
        >>> len(kg.load("exports").reach()) > 2
        True
        """
        from kg.export.tables.reach import carried_table
        from kg.policy.reach import reach

        return rows(carried_table(reach(self.values, document), self.values))

    def ladder(self, *, regions: Sequence[str] = ()) -> Rows:
        """A row a step of each title that one school, program or region bears, or seeks, on two or more levels, the
        lowest first: level, honor, year, status, since when it was sought, and the words. Only those in some regions
        (name, code or key), if given; raises `UsageError` for one without a report.

        >>> import kg
        >>> len(kg.load("exports").ladder())
        0
        """
        from kg.export.tables.ladder import ladder_table
        from kg.policy.ladder import ladders

        return rows(ladder_table(ladders(self.values, regions=regions), self.values))

    def titles(self, *, regions: Sequence[str] = ()) -> Rows:
        """A row for each title that a region and its schools won: how many bear it, how many titles of each level, and
        the first year. `regions` as for `ladder`.

        >>> import kg
        >>> len(kg.load("exports").titles()) > 20
        True
        """
        from kg.export.tables.ladder import title_table
        from kg.policy.ladder import titles

        return rows(title_table(titles(self.values, regions=regions), self.values))

    def communities(self) -> Rows:
        """A row a thing: its community (Leiden, over the facts that reports tell; 1 is the largest, 0 what stands
        alone) and its role there: hub, bridge, member, alone. By community, hubs first.

        >>> import kg
        >>> graph = kg.load("exports")
        >>> len(graph.communities()) == len(graph.entities())
        True
        """
        from kg.export.tables.communities import community_table

        return rows(community_table(self.values))

"""Puts the packages together: declarations on one side, the warehouse on the other."""

from functools import cached_property
from pathlib import Path

from analysis import SQL as ANALYSIS_SQL
from pipelines.build import SQL as PIPELINES_SQL
from pipelines.cli.declared import TABLES, rows_of
from pipelines.matches import decisions
from pipelines.records import Origin, Reader
from pipelines.staging import insert
from pipelines.warehouse import Connection, transaction
from spiders.declaration import DeclarationError, Retailer, Source, read_declaration
from spiders.files import NOTHING, declarations

ROOTS = (PIPELINES_SQL, ANALYSIS_SQL)


class Workspace:
    """A home with its declarations; a broken file stops nobody else."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.broken: dict[str, str] = {}
        """What is wrong, by the slug of a declaration that cannot be used."""

    @cached_property
    def retailers(self) -> dict[str, Retailer]:
        """The declarations that can be used, by slug."""
        found = {}
        for slug, file in declarations(self.home).items():
            try:
                found[slug] = read_declaration(file)
            except DeclarationError as error:
                self.broken[slug] = "\n  ".join([str(error), *_option_faults(file)])
        return found

    def sources(self, names: tuple[str, ...] = ()) -> list[tuple[Retailer, Source]]:
        """Return the sources meant by names of retailers or spiders, all where none is named.

        Raises DeclarationError when a name is not declared.
        """
        pairs = [(retailer, source) for retailer in self.retailers.values() for source in retailer.sources]
        if not names:
            return pairs
        for name in names:
            if name in self.broken:
                raise DeclarationError(self.broken[name])
            if not any(name in (r.slug, f"{r.slug}.{s.slug}") for r, s in pairs):
                known = f"declared are {', '.join(sorted(self.retailers))}. `orderscope retailers` shows all"
                raise DeclarationError(f"{name} is not declared; {known if self.retailers else NOTHING}")
        return [(r, s) for r, s in pairs if {r.slug, f"{r.slug}.{s.slug}"} & set(names)]

    def declared(self, slug: str) -> Retailer:
        """Return a retailer; raises DeclarationError when it is not declared, or its file is broken."""
        return self.sources((slug,))[0][0]

    def problems(self) -> list[str]:
        """Return what is wrong with declarations that cannot be used."""
        self.sources()  # reads them
        return list(self.broken.values())

    def refuse_broken(self) -> None:
        """Raise DeclarationError where a declaration cannot be used."""
        if problems := self.problems():
            raise DeclarationError("\n".join(problems))

    def reader_of(self, retailer: str, source: str) -> tuple[Origin, Reader]:
        """Return what is needed to read a source's archive; raises KeyError when it is not declared."""
        from spiders.platform import platform  # here: parsers of markup are slow to import, and `status` needs none
        from spiders.recorded import recorded_reader

        declared = self.retailers[retailer]
        found = declared.source(source)
        return declared.origin(found), recorded_reader(platform(declared, found))

    def ignored_by(self, retailer: str, source: str) -> tuple[str, ...]:
        """Return the fields of a source whose changes make no history."""
        return self.retailers[retailer].source(source).ignore if retailer in self.retailers else ()

    def register(self, con: Connection) -> None:
        """Write what is declared into the warehouse, in place of what was declared before.

        A broken file changes nothing of what it declared when it was whole.
        """
        retailers = self.retailers.values()  # read before anything is taken away
        with transaction(con):
            for table in TABLES:
                con.execute(f"DELETE FROM raw.{table} WHERE NOT list_contains(?, retailer)", [list(self.broken)])
            for retailer in retailers:
                for table, rows in rows_of(retailer).items():
                    insert(con, f"raw.{table}", rows)
            con.execute("DELETE FROM raw.product_match")
            insert(con, "raw.product_match", decisions(self.home))


def _option_faults(file: Path) -> list[str]:
    """Return what is wrong with the words of platforms too, so that a user mends a file once."""
    from spiders.options import option_faults  # here: parsers of markup are slow to import

    return option_faults(file)

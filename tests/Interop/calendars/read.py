"""Reads calendar files as any calendar program would, and says where they differ from what the table says.

The table is an object: for each file {"method", "name", "events": [{"uid", "starts", "ends", "sequence", "status", "summary", "location", "description", "attendee"}]},
instants in UTC as 2026-03-10T22:30:00Z, in the order of the file.
"""

import json
import sys
from datetime import datetime, timezone
from pathlib import Path

from icalendar import Calendar

LONGEST_LINE = 75
# RFC 5545, 3.6 and RFC 5546, 3.2.1: what there must be of an event, and at most once.
ONCE = ("UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "STATUS", "SUMMARY", "ORGANIZER")
NEVER = ("RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "ATTACH")


def instant(prop):
    if prop.dt.tzinfo is None or prop.dt.utcoffset().total_seconds() != 0:
        return f"not in UTC: {prop.dt}"
    return prop.dt.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def text(component, name):
    return str(component[name]) if name in component else ""


def attendee(component):
    """The one who is asked, as "mailto:… PARTSTAT"; nothing where nobody is."""
    if "ATTENDEE" not in component:
        return ""
    one = component["ATTENDEE"]
    if isinstance(one, list):
        return f"{len(one)} attendees"
    return f"{one} {one.params.get('PARTSTAT')} RSVP={one.params.get('RSVP')}"


def faults_of_lines(raw):
    if not raw.endswith(b"\r\n"):
        yield "does not end with CRLF"
    for number, line in enumerate(raw.split(b"\r\n")[:-1], 1):
        if b"\n" in line or b"\r" in line:
            yield f"line {number} is broken by half a line end"
        if len(line) > LONGEST_LINE:
            yield f"line {number} has {len(line)} octets"
        line.decode("utf-8")  # no fold inside a character


def faults_of(raw, expected):
    yield from faults_of_lines(raw)
    calendar = Calendar.from_ical(raw)
    if calendar.errors:
        yield f"not understood: {calendar.errors}"
    for name, value in (("VERSION", "2.0"), ("METHOD", expected["method"]), ("X-WR-CALNAME", expected["name"]), ("NAME", expected["name"])):
        if text(calendar, name) != value:
            yield f"{name} is {text(calendar, name)!r}, not {value!r}"
    if "PRODID" not in calendar:
        yield "no PRODID"
    if expected["name"] and (text(calendar, "REFRESH-INTERVAL") == "" or calendar["REFRESH-INTERVAL"].params.get("VALUE") != "DURATION"):
        yield "no REFRESH-INTERVAL of a DURATION"
    found = []
    for component in calendar.subcomponents:
        if component.name != "VEVENT" or component.errors:
            yield f"{component.name}: {component.errors}"
            continue
        for name in ONCE:
            if isinstance(component.get(name, []), list):
                yield f"{name} is not there just once"
        for name in NEVER:
            if name in component:
                yield f"{name} is there"
        if component.subcomponents:
            yield "an event has an alarm"
        if component["DTSTAMP"].dt > datetime.now(timezone.utc):
            yield "DTSTAMP is to come"
        found.append({
            "uid": text(component, "UID"), "starts": instant(component["DTSTART"]), "ends": instant(component["DTEND"]),
            "sequence": int(component["SEQUENCE"]), "status": text(component, "STATUS"), "summary": text(component, "SUMMARY"),
            "location": text(component, "LOCATION"), "description": text(component, "DESCRIPTION"), "attendee": attendee(component),
        })
    if len({event["uid"] for event in found}) < len(found):
        yield "two events have one UID"
    for place in range(max(len(found), len(expected["events"]))):
        is_so = found[place] if place < len(found) else None
        must_be = expected["events"][place] if place < len(expected["events"]) else None
        if is_so != must_be:
            yield f"event {place + 1} is {is_so}, not {must_be}"


def main(table, folder):
    faults = [
        f"{file}: {fault}"
        for file, expected in json.loads(Path(table).read_text("utf-8")).items()
        for fault in faults_of((Path(folder) / file).read_bytes(), expected)
    ]
    print("\n".join(faults) or "all of it is so")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

"""What Python's readers find in a file of cards, a calendar or a table, as JSON."""
import csv
import json
import sys

import vobject

kind, path = sys.argv[1:]


def texts(component, name):
    return [line.value for line in component.contents.get(name, [])]


def address(value):
    street = value.street
    return street if isinstance(street, str) else ",".join(street)


def card(item):
    labels = {line.group: line.value for line in item.contents.get("x-ablabel", [])}
    reaches = lambda name, read: [
        {"label": labels.get(line.group) if line.group else None, "value": read(line.value)}
        for line in item.contents.get(name, [])
    ]
    given = item.n.value
    return {
        "uid": item.uid.value,
        "name": item.fn.value,
        "words": [given.given, given.family],
        "company": (item.org.value or [None])[0] if hasattr(item, "org") else None,
        "nick": next(iter(texts(item, "nickname")), None),
        "phones": reaches("tel", str),
        "emails": reaches("email", str),
        "addresses": reaches("adr", address),
        "tags": [tag for tags in texts(item, "categories") for tag in tags],
        "note": next(iter(texts(item, "note")), None),
    }


def component(item):
    due = getattr(item, "due", None) or getattr(item, "dtstart")
    value = due.value
    return {
        "kind": item.name,
        "uid": item.uid.value,
        "summary": item.summary.value,
        "description": next(iter(texts(item, "description")), None),
        "due": value.isoformat(),
        "status": next(iter(texts(item, "status")), None),
        "alarms": len(item.contents.get("valarm", [])),
    }


if kind == "cards":
    with open(path, encoding="utf-8", newline="") as file:
        found = [card(item) for item in vobject.readComponents(file.read())]
elif kind == "calendar":
    with open(path, encoding="utf-8", newline="") as file:
        calendar = vobject.readOne(file.read())
    found = [component(item) for item in calendar.components()]
elif kind == "table":
    with open(path, encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
json.dump(found, sys.stdout)

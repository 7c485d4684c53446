"""XML of strangers: parsed without entities, network or documents that grow."""

import re

from lxml import etree  # type: ignore[import-untyped]

from spiders.errors import Changed

_BEGIN = re.compile(rb"\s*<[?!A-Za-z_]")
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def xml_root(body: bytes) -> etree._Element:
    """Return the root of a document; raises Changed where it is no well-formed XML or declares entities.

    An invoice has no use for a document type; what has one is refused before anything is expanded.
    """
    if _DOCTYPE.search(body.replace(b"\x00", b"")[:100_000]):
        raise Changed("the XML declares a document type, which no invoice needs; entities are not expanded")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    try:
        root = etree.fromstring(body.strip(), parser)
    except etree.XMLSyntaxError as error:
        raise Changed(f"the XML cannot be read from line {error.lineno} on") from error
    except ValueError as error:
        raise Changed("the XML cannot be read") from error
    if root is None:
        raise Changed("the XML is empty")
    return root


def name(element: etree._Element) -> str:
    """Return an element's name without its namespace; empty for comments."""
    return str(element.tag).rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def first(element: etree._Element, *paths: str) -> etree._Element | None:
    """Return the first element on any of the paths of local names, e.g. ``"ExchangedDocument/ID"``.

    Namespaces are left out: the versions of a format differ in them and in nothing that is read here.
    """
    for path in paths:
        found = element.xpath("./" + "/".join(f"*[local-name()='{part}']" for part in path.split("/")))
        if found:
            return found[0]
    return None


def every(element: etree._Element, path: str) -> list[etree._Element]:
    """Return all elements on a path of local names."""
    return list(element.xpath("./" + "/".join(f"*[local-name()='{part}']" for part in path.split("/"))))


def text(element: etree._Element, *paths: str) -> str | None:
    """Return the text of the first element on any of the paths that has one."""
    for path in paths:
        for found in every(element, path):
            if told := "".join(found.itertext()).strip():
                return told
    return None

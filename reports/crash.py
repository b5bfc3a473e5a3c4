"""What is left behind when a run could not even begin: every report that is read says so."""

import datetime as dt
import sys
from pathlib import Path
from xml.etree import ElementTree

from reports import files
from reports.places import DOCUMENT, JUNIT, OF_THE_RUN, SUMMARY


def tell(folder: Path, started: dt.datetime, why: str) -> int:
    """Write a document, a summary and a JUnit file that say why nothing ran; returns status 1.

    `run.json` stays as it is: the next run is compared with the last that there was.
    """
    from reports import document, summary

    page = summary.crashed(why)
    try:
        for name in OF_THE_RUN:
            (folder / name).unlink(missing_ok=True)
        files.write(folder / DOCUMENT, document.crashed(started, why))
        files.write(folder / SUMMARY, page)
        files.write(folder / JUNIT, _junit(why))
        summary.publish(page)
    except OSError as error:
        print(f"tejun: {error.filename}: cannot be written ({error.strerror})", file=sys.stderr)
    return 1


def _junit(why: str) -> bytes:
    from reports.document.text import visible

    suites = ElementTree.Element("testsuites")
    suite = ElementTree.SubElement(suites, "testsuite", name="tejun", tests="1", errors="1")
    case = ElementTree.SubElement(suite, "testcase", classname="tejun", name="run")
    error = ElementTree.SubElement(case, "error", message="the run crashed before it began")
    error.text = visible(why)
    text: bytes = ElementTree.tostring(suites, encoding="utf-8", xml_declaration=True)
    return text

"""Files of every kind, made for a test: whole ones, which a test can then break."""

import io
import zipfile
from collections.abc import Mapping, Sequence

STORY = (
    "The council of Eastmere voted on Monday to close the old harbor for good, after a debate of six hours.",
    "“It is late,” said Mayor Ruth Amsel. “Nobody wanted this.”",
    "The vote was nine to four, and it ended a long quarrel about the costs of dredging and of repairs.",
)
PARAGRAPHS = "".join(f"<p>{words}</p>" for words in STORY)
PAGE = f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Harbor to Close - The Courier</title>
<meta name="author" content="Ana Reyes"><meta property="article:published_time" content="2024-05-03T10:00:00Z">
<link rel="canonical" href="https://courier.example/1"><meta property="og:site_name" content="The Courier"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Harbor to Close</h1>{PARAGRAPHS}
<h2>What comes next</h2><p>Boats are to leave in May, and the sheds on the pier are to be pulled down in June.</p>
</article><footer>© The Courier</footer></body></html>"""

RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Courier</title><language>en</language>{items}</channel></rss>"""


def rss_item(title: str, html: str) -> str:
    return (
        f"<item><title>{title}</title><link>https://courier.example/{title}</link><author>Ana Reyes</author>"
        f"<pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate><content:encoded><![CDATA[{html}]]></content:encoded></item>"
    )


def rss(*titles: str) -> bytes:
    return RSS.format(items="".join(rss_item(title, PARAGRAPHS) for title in titles)).encode()


def letter(subject: str, body: str, kind: str = "text/plain; charset=utf-8") -> bytes:
    return (
        "Message-ID: <1@courier.example>\nMIME-Version: 1.0\nFrom: Ana Reyes <ana@courier.example>\n"
        f"Date: Fri, 03 May 2024 23:30:00 -0500\nSubject: {subject}\nContent-Type: {kind}\n"
        f"Content-Transfer-Encoding: 8bit\n\n{body}\n"
    ).encode()


def mbox(*messages: bytes) -> bytes:
    return b"".join(b"From ana@courier.example Fri May  3 10:00:00 2024\n" + one + b"\n" for one in messages)


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in files.items():
            archive.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else None)
    return held.getvalue()


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str, prolog: str = "") -> bytes:
    core = (
        '<c:p xmlns:c="urn:c" xmlns:dc="urn:dc"><dc:title>Harbor to Close</dc:title>'
        "<dc:creator>Ana Reyes</dc:creator></c:p>"
    )
    document = f'<?xml version="1.0"?>{prolog}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": "<x/>", "word/document.xml": document, "docProps/core.xml": core})


def epub(chapters: Sequence[str | bytes], prolog: str = "") -> bytes:
    items = "".join(
        f'<item id="c{n}" href="c%20{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(len(chapters))
    )
    order = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    book = (
        f'{prolog}<package xmlns="urn:o" xmlns:dc="urn:dc"><metadata><dc:title>The Courier</dc:title>'
        f"<dc:creator>Ana Reyes</dc:creator><dc:date>2024-05-03</dc:date><dc:language>en</dc:language></metadata>"
        f"<manifest>{items}</manifest><spine>{order}</spine></package>"
    )
    files: dict[str, bytes | str] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="in/book.opf"/></rootfiles></container>',
        "in/book.opf": book,
    }
    return zipped(files | {f"in/c {n}.xhtml": chapter for n, chapter in enumerate(chapters)})


def pdf(*pages: Sequence[str]) -> bytes:
    """A PDF with one line of text for each string of a page."""
    drawn = ["".join(f"({line}) Tj 0 -14 Td " for line in lines) for lines in pages]
    return pdf_of(*(f"BT /F1 12 Tf 72 720 Td {lines}ET".encode("windows-1252") for lines in drawn))


def pdf_of(*streams: bytes, told: str = "") -> bytes:
    """A PDF of pages that are drawn by `streams`, of which `told` is said."""
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", font]
    kids = []
    for stream in streams:
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>"
            b"/Contents %d 0 R>>" % (len(objects) + 2)
        )
        objects.append(f"<<{told}/Length {len(stream)}>>stream\n".encode() + stream + b"\nendstream")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(streams)}>>".encode()
    data = b"%PDF-1.4\n"
    places = []
    for number, held in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + end.encode()


def warc_record(
    url: str, body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK"
) -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-05-04T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{abs(hash(url)):032x}>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"

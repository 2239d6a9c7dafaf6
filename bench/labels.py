"""labels.py PICTURE WHAT NAMES FILE - how many of the labels in a picture can be
read: whole, inside what is drawn, and none over another.  SVG of plot and
gnuplot, or PDF of R with text as text; widths are those of Helvetica."""
import glob
import gzip
import re
import sys
from html import unescape

SLACK = 0.5  # points that boxes may share in both directions
ASCENT, DESCENT = 0.72, 0.21


def widths():
    for path in glob.glob("/usr/*/R/library/grDevices/afm/Helvetica.afm.gz"):
        with gzip.open(path, "rt", encoding="latin-1") as f:
            rows = re.findall(r"^C -?\d+ ; WX (\d+) ; N (\w+)", f.read(), re.M)
        return {name: int(w) / 1000 for w, name in rows}
    sys.exit("labels.py: no Helvetica.afm, which comes with R (r-base-core)")


GLYPH = widths()
ACCENT = {"é": "eacute", "è": "egrave", "ê": "ecircumflex", "ë": "edieresis",
          "à": "agrave", "â": "acircumflex", "ô": "ocircumflex",
          "î": "icircumflex", "ï": "idieresis", "û": "ucircumflex",
          "ù": "ugrave", "ç": "ccedilla", "œ": "oe", "'": "quotesingle",
          "-": "hyphen", ".": "period", " ": "space", "É": "Eacute"}
DIGIT = dict(zip("0123456789", ("zero one two three four five six seven eight "
                                "nine").split()))


def width(s, size):
    return size * sum(GLYPH.get(ACCENT.get(c, DIGIT.get(c, c)), 0.556) for c in s)


def box(s, x, y, size, anchor="start"):
    """Upper left and lower right corner; y grows downwards."""
    w = width(s, size)
    x -= {"start": 0, "middle": w / 2, "end": w}[anchor]
    return [x, y - ASCENT * size, x + w, y + DESCENT * size]


def of_svg(text):
    """Texts of an SVG with their boxes, and the frame."""
    w, h = map(float, re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', text).groups())
    out = []
    for m in re.finditer(r"<text([^>]*)>([^<]*)</text>", text):  # plot
        at = dict(re.findall(r'([\w-]+)="([^"]*)"', m[1]))
        s = unescape(m[2])
        if "x" in at and "transform" not in at:
            out.append((s, box(s, float(at["x"]), float(at["y"]),
                               float(at.get("font-size", 8)),
                               at.get("text-anchor", "start"))))
    for m in re.finditer(r'<g transform="translate\(([-\d.]+),([-\d.]+)\)[^"]*"'
                         r"[^>]*font-size=\"([\d.]+)\"[^>]*text-anchor=\"(\w+)\""
                         r"[^>]*>\s*<text[^>]*>(.*?)</text>", text, re.S):  # gnuplot
        s = unescape(re.sub(r"<[^>]*>", "", m[5])).strip()
        out.append((s, box(s, float(m[1]), float(m[2]), float(m[3]), m[4])))
    return out, [0, 0, w, h]


def of_pdf(data):
    """Those of a PDF of R, as far as its clip lets them be seen."""
    text = data.decode("latin-1")
    w, h = map(float, re.search(r"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", text).groups())
    out, clip = [], [0, 0, w, h]
    pattern = re.compile(r"([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) re W n"
                         r"|([-\d.]+) ([-\d.]+) ([-\d.]+) [-\d.]+ ([-\d.]+) ([-\d.]+)"
                         r" Tm \(((?:[^\\()]|\\.)*)\) Tj", re.S)
    for m in pattern.finditer(text):
        if m[1]:
            x, y, cw, ch = map(float, m.groups()[:4])
            clip = [x, h - y - ch, x + cw, h - y]
        elif float(m[6]) == 0:  # not turned
            s = re.sub(r"\\(\d{3})", lambda o: chr(int(o[1], 8)), m[10])
            s = re.sub(r"\\(.)", r"\1", s)
            out.append((s, box(s, float(m[8]), h - float(m[9]), float(m[5])), clip))
    return out, [0, 0, w, h]


def is_over(a, b):
    return (min(a[2], b[2]) - max(a[0], b[0]) > SLACK and
            min(a[3], b[3]) - max(a[1], b[1]) > SLACK)


def is_inside(a, f):
    return (a[0] >= f[0] - SLACK and a[1] >= f[1] - SLACK and
            a[2] <= f[2] + SLACK and a[3] <= f[3] + SLACK)


def main():
    picture, what, names, path = sys.argv[1:]
    with open(names, encoding="utf-8") as f:
        want = [line.rstrip("\n") for line in f]
    with open(path, "rb") as f:
        data = f.read()
    if path.endswith(".pdf"):
        texts, frame = of_pdf(data)
    else:
        texts, frame = of_svg(data.decode("utf-8"))
    found, key = {}, set()
    for t in texts:
        if t[0] in want and t[0] not in found:
            found[t[0]] = (t[1], t[2] if len(t) > 2 else frame)
        key.update(re.findall(r"\d+\u00a0([^,]+)", t[0]))
    key = {s.strip() for s in key} & set(want) - set(found)
    over = {s for s in found for o in found
            if o != s and is_over(found[s][0], found[o][0])}
    cut = {s for s in found if not is_inside(*found[s])} - over
    print(picture, what, len(want), len(found) - len(over) - len(cut), len(key),
          len(over), len(cut), len(want) - len(found) - len(key), sep="\t")


main()

"""Runs every SDK by turns and writes the table and the chart: `run` calls it.

A share is the time of the bare operation by that of the SDK, within one round; the median of the rounds counts.
"""

import json
import os
import platform
import statistics
import subprocess
import sys
import tomllib
from html import escape

WORK, HERE, ROUNDS = sys.argv[1], sys.argv[2], int(sys.argv[3])
WHAT = {"order": "order string", "notification": "notification"}


def version_of_crate(name):
    with open(os.path.join(HERE, "rust/Cargo.lock"), "rb") as file:
        return next(package["version"] for package in tomllib.load(file)["package"] if package["name"] == name)


def version_of_wheel(environment, name):
    code = f"import importlib.metadata as m; print(m.version('{name}'))"
    return output([f"{WORK}/{environment}/bin/python", "-c", code])


def output(command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def version_of_node_sdk():
    with open(f"{WORK}/node/node_modules/alipay-sdk/package.json", encoding="utf-8") as file:
        return json.load(file)["version"]


def subjects():
    """Names and what runs them; the first is what the others are compared with."""
    node, python = output(["node", "--version"]).lstrip("v"), platform.python_version()
    return {
        "bare aws-lc-rs " + version_of_crate("aws-lc-rs"): [f"{WORK}/with-ring", "bare"],
        "this SDK, aws-lc-rs": [f"{WORK}/with-aws-lc-rs", "this"],
        "this SDK, ring": [f"{WORK}/with-ring", "this"],
        f"alipay-rs {version_of_crate('alipay-rs')}": [f"{WORK}/with-ring", "alipay-rs"],
        f"alipay_sdk_rust {version_of_crate('alipay_sdk_rust')}": [f"{WORK}/with-ring", "alipay_sdk_rust"],
        f"alipay-sdk {version_of_node_sdk()} (official), Node {node}": ["node", f"{WORK}/node/peer.mjs"],
        f"alipay-sdk-python {version_of_wheel('official', 'alipay-sdk-python')} (official), Python {python}": [
            f"{WORK}/official/bin/python", f"{HERE}/python/peer.py", "official"],
        f"python-alipay-sdk {version_of_wheel('community', 'python-alipay-sdk')}, Python {python}": [
            f"{WORK}/community/bin/python", f"{HERE}/python/peer.py", "community"],
    }


def measured(all_subjects):
    """Nanoseconds by name and what was done, a list with one for each round."""
    times = {(name, what): [] for name in all_subjects for what in WHAT}
    for _ in range(ROUNDS):
        for what in WHAT:
            for name, command in all_subjects.items():
                times[name, what].append(int(output([*command, what])))
    return times


def table(names, times):
    bare = names[0]
    head = "| | " + " | ".join(f"{title}, µs | of the bare operation" for title in WHAT.values()) + " |"
    lines, shares = [head, "|---|" + "--:|" * 2 * len(WHAT)], {}
    for name in names:
        cells = [name]
        for what in WHAT:
            pairs = zip(times[bare, what], times[name, what])
            share = statistics.median(base / time for base, time in pairs)
            shares[name, what] = share
            cells += [f"{statistics.median(times[name, what]) / 1000:,.1f}", f"{share:.2f}" if share >= 0.095 else f"{share:.3f}"]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n", shares


def chart(names, shares):
    """Bars of both shares below each other, a name a pair. Readable on light and on dark."""
    left, wide, high, gap = 330, 360, 14, 14
    height = 56 + len(names) * (2 * high + gap)
    colours = {"order": "#1677ff", "notification": "#13a8a8"}
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + wide + 60}" height="{height}" '
        f'viewBox="0 0 {left + wide + 60} {height}" font-family="sans-serif" font-size="12" role="img">',
        "<title>Share of the bare RSA-2048 operation that each SDK reaches; 1 is the limit</title>",
        f'<rect width="100%" height="100%" fill="#fff"/>',
        '<text x="8" y="18" font-weight="bold">Share of the bare RSA-2048 operation of aws-lc-rs: 1 is the limit</text>',
    ]
    for index, (what, title) in enumerate(WHAT.items()):
        x = left + index * 130
        parts.append(f'<rect x="{x}" y="28" width="10" height="10" fill="{colours[what]}"/>')
        parts.append(f'<text x="{x + 16}" y="37">{title}</text>')
    for row, name in enumerate(names):
        y = 50 + row * (2 * high + gap)
        parts.append(f'<text x="{left - 8}" y="{y + high + 4}" text-anchor="end">{escape(name)}</text>')
        for index, what in enumerate(WHAT):
            share, top = shares[name, what], y + index * high
            width = max(1, round(min(share, 1.05) * wide))
            label = f"{share:.2f}" if share >= 0.095 else f"{share:.3f}"
            parts.append(f'<rect x="{left}" y="{top}" width="{width}" height="{high - 2}" fill="{colours[what]}"/>')
            parts.append(f'<text x="{left + width + 5}" y="{top + high - 3}" font-size="11">{label}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def main():
    all_subjects = subjects()
    names = list(all_subjects)
    text, shares = table(names, measured(all_subjects))
    for name, content in (("peers.md", text), ("peers.svg", chart(names, shares))):
        with open(f"{WORK}/{name}", "w", encoding="utf-8") as file:
            file.write(content)
    print(text, end="")


main()

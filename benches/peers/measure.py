"""Runs every SDK by turns and writes the tables and the chart: `run` calls it.

A share is the time of the bare operation by that of the SDK, within one round; the median of the rounds counts.
"""

import contextlib
import json
import os
import platform
import statistics
import subprocess
import sys
import tomllib
from html import escape

WORK, HERE, ROUNDS = sys.argv[1], sys.argv[2], int(sys.argv[3])
WHAT = {"order": "order string", "notification": "notification", "call": "call"}
without_call = {"alipay-rs", "python-alipay-sdk"}  # They call Alipay's own addresses only.


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


def has(name, what):
    """Whether this SDK does that at all."""
    return what != "call" or name.split()[0] not in without_call


@contextlib.contextmanager
def gateway(*options):
    """Says to the SDKs where it is; one of them knows no other port than 80, which is not everybody's to use."""
    command = [f"{WORK}/with-ring", "gateway", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for variable in "PEERS_GATEWAY", "PEERS_GATEWAY_80":
            os.environ[variable] = process.stdout.readline().strip()
        if not os.environ["PEERS_GATEWAY_80"]:
            without_call.add("alipay-sdk-python")
        try:
            yield
        finally:
            process.kill()


def refuses_forged(command):
    """Whether it refuses an answer whose signature is another trade's."""
    process = subprocess.run([*command, "call"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)
    return process.returncode != 0


def measured(all_subjects):
    """Nanoseconds, and the peak memory in KiB, by name and what was done, a list with one for each round."""
    figures = {(name, what): [] for name in all_subjects for what in WHAT if has(name, what)}
    for _ in range(ROUNDS):
        for what in WHAT:
            for name, command in all_subjects.items():
                if has(name, what):
                    figures[name, what].append(tuple(map(int, output([*command, what]).split())))
    times = {key: [time for time, _ in values] for key, values in figures.items()}
    return times, {key: statistics.median(peak for _, peak in values) for key, values in figures.items()}


def starts(all_subjects):
    """Milliseconds of processor time of a process that makes one order string, by name; the median of the rounds."""
    times = {name: [] for name in all_subjects}
    for _ in range(ROUNDS):
        for name, command in all_subjects.items():
            process = subprocess.Popen([*command, "first"])
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                raise subprocess.CalledProcessError(process.returncode, command)
            times[name].append((usage.ru_utime + usage.ru_stime) * 1e3)
    return {name: statistics.median(values) for name, values in times.items()}


def short(share):
    return f"{share:.2f}" if share >= 0.095 else f"{share:.3f}"


def table(names, times):
    bare = names[0]
    titles = [f"{title}, µs | " + ("in bare signatures" if what == "call" else "of the bare operation")
              for what, title in WHAT.items()]
    lines, shares = ["| | " + " | ".join(titles) + " |", "|---|" + "--:|" * 2 * len(WHAT)], {}
    for name in names:
        cells = [name]
        for what in WHAT:
            if not has(name, what):
                cells += ["–", "–"]
                continue
            own = times[name, what]
            shares[name, what] = statistics.median(base / time for base, time in zip(times[bare, what], own))
            signatures = statistics.median(time / base for base, time in zip(times[bare, "order"], own))
            cells += [f"{statistics.median(own) / 1000:,.1f}",
                      f"{signatures:.2f}" if what == "call" else short(shares[name, what])]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n", shares


def table_of_processes(names, started, peaks):
    lines = ["| | start to the first order string, CPU ms | peak MiB: order strings | peak MiB: calls |",
             "|---|--:|--:|--:|"]
    for name in names:
        memory = [f"{peaks[name, what] / 1024:.1f}" if has(name, what) else "–" for what in ("order", "call")]
        lines.append(f"| {name} | {started[name]:,.1f} | " + " | ".join(memory) + " |")
    return "\n".join(lines) + "\n"


def chart(names, shares):
    """Bars of all shares below each other, a name a group. Readable on light and on dark."""
    left, wide, high, gap = 330, 360, 14, 14
    height = 56 + len(names) * (len(WHAT) * high + gap)
    colours = {"order": "#1677ff", "notification": "#13a8a8", "call": "#d46b08"}
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + wide + 60}" height="{height}" '
        f'viewBox="0 0 {left + wide + 60} {height}" font-family="sans-serif" font-size="12" role="img">',
        "<title>Share of the bare RSA-2048 operations that each SDK reaches; 1 is the limit</title>",
        '<rect width="100%" height="100%" fill="#fff"/>',
        '<text x="8" y="18" font-weight="bold">Share of the bare RSA-2048 operations of aws-lc-rs: 1 is the limit</text>',
    ]
    for index, (what, title) in enumerate(WHAT.items()):
        x = left + index * 130
        parts.append(f'<rect x="{x}" y="28" width="10" height="10" fill="{colours[what]}"/>')
        parts.append(f'<text x="{x + 16}" y="37">{title}</text>')
    for row, name in enumerate(names):
        y = 50 + row * (len(WHAT) * high + gap)
        middle = y + len(WHAT) * high // 2 + 4
        parts.append(f'<text x="{left - 8}" y="{middle}" text-anchor="end">{escape(name)}</text>')
        for index, what in enumerate(WHAT):
            share, top = shares.get((name, what)), y + index * high
            width = 0 if share is None else max(1, round(min(share, 1.05) * wide))
            label = "not with a local gateway" if share is None else short(share)
            parts.append(f'<rect x="{left}" y="{top}" width="{width}" height="{high - 2}" fill="{colours[what]}"/>')
            parts.append(f'<text x="{left + width + 5}" y="{top + high - 3}" font-size="11">{label}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def main():
    all_subjects = subjects()
    names = list(all_subjects)
    with gateway("forged"):
        trusting = [name for name in names[1:] if has(name, "call") and not refuses_forged(all_subjects[name])]
    if trusting:
        sys.exit(f"peers: believes a forged answer: {', '.join(trusting)}")
    with gateway():
        times, peaks = measured(all_subjects)
        started = starts(all_subjects)
    text, shares = table(names, times)
    text += "\n" + table_of_processes(names, started, peaks)
    for name, content in (("peers.md", text), ("peers.svg", chart(names, shares))):
        with open(f"{WORK}/{name}", "w", encoding="utf-8") as file:
            file.write(content)
    print(text, end="")


main()

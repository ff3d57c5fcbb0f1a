// A crisis as it goes on: a clock, what people write, how many, what we know, and what can be done. All words and all
// numbers of the model come from Python; the only arithmetic here is that of the picture. The clock lets time pass and
// nothing else: it never acts.

const PACE = 4000; // ms a step at the clock's usual speed
const [WIDE, HIGH] = [1000, 200]; // units of the chart
const SPEEDS = { slow: 1, fast: 4 };
const BUTTONS = [["slow", "play"], ["fast", "play"], ["pause", "pause"], ["step", "step"], ["undo", "undo"], ["again", "again"]];
const TIMED = ["slow", "fast", "pause", "step"];
const SWITCHES = ["slow", "fast", "pause"];
const PARTS = ["panel", "cards", "journal"];
const PAINTED = ["clock", "series", "across", "up", "length", "top", "charted", "items", "panel", "cards", "journal",
  "words", "done", "over", "undoable"];

function build(el) {
  const root = make(el, "div", "room", { role: "group", tabindex: "-1" });
  const bar = make(root, "div", "room-bar");
  const clock = make(bar, "div", "room-clock");
  const buttons = Object.fromEntries(BUTTONS.map(([key, kind]) =>
    [key, make(bar, "button", `room-button room-${kind}`, { type: "button", "data-do": key })]));
  const done = make(root, "div", "room-done", { role: "status", "aria-live": "polite" });
  const left = make(root, "div", "room-left");
  const right = make(root, "div", "room-right");
  const chart = makeChart(left);
  const inbox = make(left, "div", "room-inbox", { role: "log", tabindex: "0", "aria-live": "off" });
  const panel = make(right, "dl", "room-panel");
  const label = make(right, "label", "room-label");
  const heading = make(label, "span", "");
  const said = make(label, "textarea", "room-said", { rows: "2", maxlength: "600" });
  const cards = make(right, "div", "room-cards", { role: "group" });
  const journal = make(right, "div", "room-journal", { tabindex: "0", role: "group" });
  const help = make(root, "div", "room-help");
  root.ariaDescribedByElements = [help];
  return { root, clock, buttons, done, chart, inbox, panel, heading, said, cards, journal, help };
}

function makeChart(parent) {
  const chart = make(parent, "figure", "room-chart");
  const title = make(chart, "figcaption", "room-title");
  const up = make(chart, "div", "room-up", { "aria-hidden": "true" });
  const picture = document.createElementNS(SVG, "svg");
  for (const [key, value] of [["class", "room-picture"], ["role", "img"], ["preserveAspectRatio", "none"],
    ["viewBox", `0 0 ${WIDE} ${HIGH}`]]) picture.setAttribute(key, value);
  chart.append(picture);
  const all = make(picture, "path", "room-all");
  const negative = make(picture, "path", "room-negative");
  const across = make(chart, "div", "room-across", { "aria-hidden": "true" });
  const legend = make(chart, "div", "room-legend");
  const keys = ["all", "negative"].map((name) => {
    const entry = make(legend, "span", "room-entry");
    make(entry, "i", `room-sample room-sample-${name}`);
    return [make(entry, "span", ""), name];
  });
  return { title, up, picture, all, negative, across, keys };
}

class Room {
  constructor(model, el) {
    Object.assign(this, build(el), { model, speed: null, timer: null, asked: [], waits: false });
    el.classList.add("room-host");
    this.listen();
    this.paint();
  }

  get(name) {
    return this.model.get(name);
  }

  // ---- what is shown

  paint() {
    const words = this.get("words");
    this.root.setAttribute("aria-label", words.room ?? "");
    this.clock.textContent = this.get("clock");
    if (this.done.textContent !== this.get("done")) this.done.textContent = this.get("done"); // else it is read again
    for (const [key, node] of Object.entries(this.buttons)) {
      node.textContent = words[key] ?? "";
      if (SWITCHES.includes(key)) node.setAttribute("aria-pressed", !this.get("over") && key === (this.speed ?? "pause"));
    }
    for (const key of TIMED) this.buttons[key].setAttribute("aria-disabled", this.get("over")); // and keeps the focus
    this.buttons.undo.hidden = !this.get("undoable");
    this.heading.textContent = words.said ?? "";
    this.said.placeholder = words.draft ?? "";
    this.help.textContent = words.help ?? "";
    for (const name of ["inbox", ...PARTS.slice(1)]) this[name].setAttribute("aria-label", words[name] ?? "");
    this.paintChart(words);
    this.paintInbox();
    this.paintPanel();
    this.paintCards();
    this.paintJournal();
  }

  paintChart(words) {
    const { title, picture, up, across, keys } = this.chart;
    title.textContent = words.chart ?? "";
    picture.setAttribute("aria-label", this.get("charted"));
    for (const [node, name] of keys) node.textContent = words[name] ?? "";
    const [series, width, top] = [this.get("series"), WIDE / this.get("length"), this.get("top")];
    const bars = (place) => series.map((values, step) => {
      const height = (HIGH * values[place]) / top;
      return `M${step * width} ${HIGH}v${-height}h${width * 0.86}v${height}z`;
    }).join("");
    this.chart.all.setAttribute("d", bars(0));
    this.chart.negative.setAttribute("d", bars(1));
    up.replaceChildren();
    across.replaceChildren();
    for (const [share, label] of this.get("up")) this.tick(up, "bottom", share, label);
    for (const [share, label] of this.get("across")) this.tick(across, "left", share, label);
  }

  tick(axis, side, share, label) {
    const node = make(axis, "span", "room-tick");
    node.style[side] = `${share * 100}%`;
    node.textContent = label;
  }

  paintInbox() {
    const items = this.get("items");
    if (this.shown === items) return;
    this.shown = items;
    this.inbox.replaceChildren();
    for (const [head, text, gloss, grave] of items) {
      const row = make(this.inbox, "div", `room-item${grave ? " room-grave" : ""}`);
      make(row, "div", "room-head").textContent = head;
      make(row, "div", "room-text").textContent = text;
      if (gloss) make(row, "div", "room-gloss").textContent = gloss;
    }
  }

  paintPanel() {
    this.panel.replaceChildren();
    for (const [name, value, flagged] of this.get("panel")) {
      make(this.panel, "dt", "").textContent = name;
      make(this.panel, "dd", flagged ? "room-flag" : "").textContent = value;
    }
  }

  // Cards stay where they are, so that the focus stays on them.
  paintCards() {
    const cards = this.get("cards");
    while (this.cards.childElementCount > cards.length) this.cards.lastChild.remove();
    while (this.cards.childElementCount < cards.length) {
      const card = make(this.cards, "button", "room-card", { type: "button" });
      for (const part of ["key", "name", "note"]) make(card, "span", `room-card-${part}`);
    }
    cards.forEach(([key, act, name, does, why], place) => {
      const card = this.cards.children[place];
      card.dataset.act = act;
      card.setAttribute("aria-disabled", Boolean(why));
      [key, name, why || does].forEach((text, part) => { card.children[part].textContent = text; });
    });
  }

  paintJournal() {
    const rows = this.get("journal");
    if (this.noted === rows) return;
    this.noted = rows;
    this.journal.replaceChildren();
    for (const [at, text, ours] of rows) {
      const row = make(this.journal, "div", `room-row${ours ? " room-ours" : ""}`);
      make(row, "span", "room-at").textContent = at;
      make(row, "span", "").textContent = text;
    }
  }

  // ---- the clock

  go(speed) {
    clearTimeout(this.timer);
    this.speed = this.get("over") ? null : speed;
    if (this.speed) this.timer = setTimeout(() => this.act("wait"), PACE / SPEEDS[this.speed]);
    this.paint();
  }

  // The next quarter of an hour begins when Python has answered for the last: a slow kernel is not overrun.
  stepped() {
    clearTimeout(this.timer);
    if (this.speed) this.go(this.speed);
  }

  // ---- what is done

  act(act) {
    return this.ask({ kind: "act", act, said: act === "wait" ? "" : this.said.value });
  }

  // One thing at a time, in order: just after a page has opened, messages on their way may overtake each other.
  ask(message) {
    this.asked.push(message);
    if (!this.waits) this.tell();
    return true;
  }

  tell() {
    const message = this.asked.shift();
    this.waits = Boolean(message);
    if (message) this.model.send(message);
  }

  press(name) {
    if (TIMED.includes(name) && this.get("over")) return true;
    if (name in SPEEDS || name === "pause") this.go(name === "pause" ? null : name);
    else if (name === "step") this.act("wait");
    else { this.go(null); this.ask({ kind: name }); }
    return true;
  }

  // ---- what is heard

  listen() {
    this.root.addEventListener("keydown", (event) => this.key(event));
    this.root.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      if (button?.dataset.do) this.press(button.dataset.do);
      else if (button?.dataset.act) this.act(button.dataset.act);
    });
  }

  // In the field of words, keys are the reader's own; Escape leaves it.
  key(event) {
    if (event.target !== this.said)
      return guard(event, (kind) => this.ask({ kind }), (key) => this.hear(key, event));
    if (!((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s")) event.stopPropagation();
    if (event.key === "Escape") this.root.focus();
  }

  hear(key, { target, repeat, shiftKey }) {
    if (repeat || shiftKey) return false;
    const card = this.get("cards").find(([each]) => each === key);
    if (card) return this.act(card[1]); // Python says why not: what is shown here may be a step old
    if (key === "ArrowRight" || key === ".") return this.press("step");
    if (key === "p" || (key === " " && target === this.root)) return this.press(this.speed ? "pause" : "slow");
    return false; // a button's own keys are the browser's
  }
}

export default {
  render({ model, el }) {
    const room = new Room(model, el);
    const paint = () => room.paint();
    const stepped = () => room.stepped();
    const halt = () => room.go(null);
    const answered = () => room.tell();
    const spoken = () => { room.said.value = ""; };
    for (const name of PAINTED) model.on(`change:${name}`, paint);
    model.on("change:step", stepped);
    model.on("change:alert", halt);
    model.on("change:acts", spoken);
    model.on("change:heard", answered);
    return () => {
      clearTimeout(room.timer);
      for (const name of PAINTED) model.off(`change:${name}`, paint);
      model.off("change:step", stepped);
      model.off("change:alert", halt);
      model.off("change:acts", spoken);
      model.off("change:heard", answered);
      room.root.remove();
    };
  },
};

// A window on the inbox. All words come from the model; the browser draws nine messages, however many there are. A key
// changes `marks` and `at` once, so that one undo takes it back.

const ROWS = 9; // messages drawn at a time
const BEFORE = 3; // of them above the chosen one

let views = 0; // ids must differ between two views of one page

function build(el) {
  const root = make(el, "div", "inbox");
  const bar = make(root, "div", "inbox-bar");
  const done = make(bar, "div", "inbox-done", { role: "status", "aria-live": "polite" });
  const buttons = make(bar, "div", "inbox-buttons");
  const worded = ["undo", "redo", "next"].map((key) =>
    [make(buttons, "button", "inbox-button", { type: "button", "data-action": key }), key]);
  const list = make(root, "div", "inbox-list", { role: "listbox", tabindex: "0" });
  const id = `inbox-${views++}`;
  const rows = Array.from({ length: ROWS }, (_, place) => {
    const row = make(list, "div", "inbox-row", { role: "option", id: `${id}-${place}` });
    const parts = ["head", "text", "gloss", "kind"].map((part) => make(row, "div", `inbox-${part}`));
    return { row, parts };
  });
  const place = make(root, "div", "inbox-place");
  const kinds = make(root, "div", "inbox-kinds", { role: "group" });
  worded.push([make(root, "div", "inbox-help", { id: `${id}-help` }), "help"]);
  list.setAttribute("aria-describedby", `${id}-help`);
  return { root, done, buttons, list, rows, place, kinds, worded };
}

class View {
  constructor(model, el) {
    Object.assign(this, build(el), { model, seen: model.get("marks") });
    el.classList.add("inbox-host");
    this.listen();
    this.paint();
  }

  get(name) {
    return this.model.get(name);
  }

  // ---- what is shown

  paint() {
    const words = this.get("words");
    for (const [node, key] of this.worded) node.textContent = words[key] ?? "";
    this.list.setAttribute("aria-label", words.inbox ?? "");
    this.kinds.setAttribute("aria-label", words.kinds ?? "");
    if (this.done.textContent !== this.get("done")) this.done.textContent = this.get("done"); // else it is read again
    this.paintKinds();
    this.paintRows();
  }

  paintKinds() {
    const kinds = this.get("kinds");
    while (this.kinds.childElementCount > kinds.length) this.kinds.lastChild.remove();
    while (this.kinds.childElementCount < kinds.length) make(this.kinds, "button", "inbox-file", { type: "button" });
    const mine = this.get("marks")[this.id()];
    kinds.forEach(([key, kind, name], place) => {
      const button = this.kinds.children[place];
      button.dataset.kind = kind;
      button.textContent = `${key} ${name}`;
      button.setAttribute("aria-pressed", kind === mine);
    });
  }

  paintRows() {
    const [items, at, words] = [this.get("items"), this.place_(), this.get("words")];
    const first = Math.max(0, Math.min(at - BEFORE, items.length - ROWS));
    const names = new Map(this.get("kinds").map(([, kind, name]) => [kind, name]));
    this.rows.forEach(({ row, parts }, place) => {
      const item = items[first + place];
      row.hidden = !item;
      if (!item) return;
      const kind = this.get("marks")[item[0]];
      item.slice(1).forEach((text, part) => { parts[part].textContent = text; });
      parts[3].textContent = kind ? names.get(kind) ?? kind : words.open ?? "";
      row.dataset.place = first + place;
      row.setAttribute("aria-posinset", first + place + 1);
      row.setAttribute("aria-setsize", items.length);
      row.setAttribute("aria-selected", first + place === at);
      row.classList.toggle("inbox-filed", Boolean(kind));
      if (first + place === at) this.list.setAttribute("aria-activedescendant", row.id);
    });
    this.place.textContent = fill(words.place, { at: Math.min(at + 1, items.length), all: items.length });
  }

  // ---- where the reader is

  place_() {
    return Math.max(0, Math.min(this.get("at"), this.get("items").length - 1));
  }

  id() {
    return this.get("items")[this.place_()]?.[0];
  }

  set(values) {
    for (const [name, value] of Object.entries(values)) this.model.set(name, value);
    this.seen = this.get("marks");
    this.paint(); // at once: what Python says of it comes later
    this.model.save_changes();
  }

  go(to) {
    const last = this.get("items").length - 1;
    this.set({ at: Math.max(0, Math.min(to, last)) });
    return true;
  }

  // The next that is not filed, from here on and round to the beginning.
  next() {
    const [items, at, marks] = [this.get("items"), this.place_(), this.get("marks")];
    const open = (place) => !(items[place][0] in marks);
    const order = items.map((_, step) => (at + 1 + step) % items.length);
    return this.go(order.find(open) ?? at);
  }

  file(kind) {
    const [id, last] = [this.id(), this.get("items").length - 1];
    if (!id) return false;
    const marks = { ...this.get("marks") };
    if (kind) marks[id] = kind;
    else delete marks[id];
    this.set({ marks, at: kind ? Math.min(this.place_() + 1, last) : this.place_() });
    return true;
  }

  // After an undo, the reader stands where something has changed.
  changed() {
    const [before, now] = [this.seen, this.get("marks")];
    this.seen = now;
    const place = this.get("items").findIndex(([id]) => before[id] !== now[id]);
    if (place >= 0 && place !== this.place_()) { this.model.set("at", place); this.model.save_changes(); }
    this.paint();
  }

  // ---- what is heard

  listen() {
    this.root.addEventListener("keydown", (event) =>
      guard(event, (kind) => this.model.send({ kind }), (key) => this.act(key, event)));
    this.buttons.addEventListener("click", ({ target }) => {
      const { action } = target.dataset;
      if (action === "next") this.next();
      else if (action) this.model.send({ kind: action });
      if (action) this.list.focus({ preventScroll: true });
    });
    this.list.addEventListener("click", ({ target }) => {
      const row = target.closest(".inbox-row");
      if (row) this.go(Number(row.dataset.place));
    });
    this.kinds.addEventListener("click", ({ target }) => {
      if (target.dataset.kind) this.file(target.dataset.kind);
    });
  }

  act(key, { target }) {
    const filed = this.get("kinds").find(([each]) => each === key);
    if (filed) return this.file(filed[1]);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: ROWS - 1, PageUp: 1 - ROWS };
    if (key in steps) return this.go(this.place_() + steps[key]);
    if (key === "Home") return this.go(0);
    if (key === "End") return this.go(this.get("items").length - 1);
    if (key === "Backspace" || key === "Delete") return this.file(null);
    return key === "Enter" && target === this.list ? this.next() : false; // a button's own keys are the browser's
  }
}

export default {
  render({ model, el }) {
    const view = new View(model, el);
    const paint = () => view.paint();
    const changed = () => view.changed();
    for (const name of ["at", "items", "kinds", "done", "words"]) model.on(`change:${name}`, paint);
    model.on("change:marks", changed);
    return () => {
      for (const name of ["at", "items", "kinds", "done", "words"]) model.off(`change:${name}`, paint);
      model.off("change:marks", changed);
      view.root.remove();
    };
  },
};

// The week as a picture in which slots are set. All words come from the model; the only arithmetic here is
// that of cells (cell = day * 24 + hour). A gesture changes `slots` once, so that one undo takes it back.

const [DAYS, HOURS] = [7, 24];
const OPENING = 7; // the hour on top when the picture opens: the working day begins
const HOLD = 300; // ms after which a resting finger may drag in every direction; until then a stroke scrolls
const SLOP = 8; // px by which a finger may tremble and still tap
const EDGE = 18; // px from the upper and lower edge in which a drag brings the hidden hours into view
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const LEAPS = { Home: [-DAYS, 0], End: [DAYS, 0], PageUp: [0, -6], PageDown: [0, 6] };
// [class of the sample, key of the word beside it]; the ramp has a word on either side
const LEGEND = [["", "low"], ["ramp", "high"], ["unknown", "unknown"], ["duty", "duty"], ["flag", "flag"]];

const clamp = (value, last) => Math.min(Math.max(value, 0), last);
const cellOf = (day, hour) => clamp(day, DAYS - 1) * HOURS + clamp(hour, HOURS - 1);
const placeOf = (cell) => [Math.floor(cell / HOURS), cell % HOURS];
const step = (cell, [days, hours]) => cellOf(placeOf(cell)[0] + days, placeOf(cell)[1] + hours);

// The cells from one to another: a quick stroke is reported with gaps.
function line(from, to) {
  const [[day, hour], [lastDay, lastHour]] = [placeOf(from), placeOf(to)];
  const steps = Math.max(Math.abs(lastDay - day), Math.abs(lastHour - hour)) || 1;
  const at = (first, last, part) => Math.round(first + ((last - first) * part) / steps);
  return Array.from({ length: steps + 1 }, (_, part) => cellOf(at(day, lastDay, part), at(hour, lastHour, part)));
}

function makeGrid(root) {
  const scroller = make(root, "div", "week-scroll");
  const grid = make(scroller, "div", "week-grid", { role: "grid", "aria-multiselectable": "true" });
  const head = make(grid, "div", "week-row week-head", { role: "row" });
  make(head, "div", "week-corner", { role: "presentation" });
  const days = Array.from({ length: DAYS }, () => make(head, "div", "week-day", { role: "columnheader" }));
  const [hours, cells] = [[], []];
  for (let hour = 0; hour < HOURS; hour++) {
    const row = make(grid, "div", "week-row", { role: "row" });
    hours.push(make(row, "div", "week-hour", { role: "rowheader" }));
    for (let day = 0; day < DAYS; day++) {
      const cell = make(row, "div", "week-cell", { role: "gridcell", "data-cell": cellOf(day, hour) });
      cell.mark = make(cell, "span", "week-mark");
      make(cell, "span", "week-sign").textContent = "!";
      cells[cellOf(day, hour)] = cell;
    }
  }
  return { scroller, grid, head, days, hours, cells };
}

function build(el) {
  const root = make(el, "div", "week");
  const bar = make(root, "div", "week-bar");
  const done = make(bar, "div", "week-done", { role: "status", "aria-live": "polite" });
  const buttons = make(bar, "div", "week-buttons");
  const worded = ["undo", "redo", "clear"].map((key) =>
    [make(buttons, "button", "week-button", { type: "button", "data-action": key }), key]);
  const parts = makeGrid(root);
  const said = make(root, "div", "week-said", { "aria-hidden": "true" }); // aloud, the cell's own label says it
  const legend = make(root, "div", "week-legend");
  for (const [name, key] of LEGEND) {
    const entry = make(legend, "span", "week-entry");
    if (name) make(entry, "i", `week-sample week-${name}`).textContent = name === "flag" ? "!" : "";
    worded.push([make(entry, "span", ""), key]);
  }
  const help = make(root, "div", "week-help");
  parts.grid.ariaDescribedByElements = [help];
  const ghost = make(root, "div", "week-ghost", { "aria-hidden": "true" });
  worded.push([help, "help"], [ghost, "slot"], ...parts.cells.map((cell) => [cell.mark, "slot"]));
  return { root, done, buttons, said, ghost, worded, ...parts };
}

class Week {
  constructor(model, el) {
    Object.assign(this, build(el), { model, focused: OPENING, pointed: -1, gesture: null });
    el.classList.add("week-host");
    this.listen();
    this.paint();
    this.watch = new ResizeObserver(() => this.open());
    this.watch.observe(this.scroller);
  }

  // Once: a view has no size, and cannot scroll, until it is shown.
  open() {
    if (!this.scroller.clientHeight) return;
    const peek = this.cells[0].offsetHeight / 3; // a sliver of the hour before tells that there is more
    this.scroller.scrollTop = this.cells[OPENING].offsetTop - this.head.offsetHeight - peek;
    this.watch.disconnect();
  }

  // ---- what is shown

  paint() {
    const get = (name) => this.model.get(name);
    const [words, labels, heat, duty, flagged] = ["words", "labels", "heat", "duty", "flagged"].map(get);
    for (const [node, key] of this.worded) node.textContent = words[key] ?? "";
    this.grid.setAttribute("aria-label", words.grid ?? "");
    if (this.done.textContent !== get("done")) this.done.textContent = get("done"); // else it is read out again
    this.days.forEach((node, day) => { node.textContent = get("days")[day]; });
    this.hours.forEach((node, hour) => { node.textContent = get("hours")[hour]; });
    this.cells.forEach((node, cell) => {
      node.setAttribute("aria-label", labels[cell]);
      node.title = labels[cell];
      node.style.setProperty("--heat", heat[cell] ?? 0);
      node.classList.toggle("week-unknown", heat[cell] === null);
      node.classList.toggle("week-duty", duty[cell]);
      node.classList.toggle("week-flag", flagged.includes(cell));
    });
    this.paintSlots();
    this.say(this.pointed);
  }

  paintSlots() {
    const slots = this.slots();
    const { kind, armed, moved, from, to } = this.gesture ?? {};
    const held = kind === "move" && Boolean(armed);
    const moving = held && Boolean(moved);
    this.cells.forEach((node, cell) => {
      node.classList.toggle("week-slot", slots.has(cell));
      node.classList.toggle("week-from", held && cell === from);
      node.classList.toggle("week-to", moving && cell === to);
      node.setAttribute("aria-selected", slots.has(cell));
      node.tabIndex = cell === this.focused ? 0 : -1;
    });
    this.root.classList.toggle("week-moving", moving);
    this.root.classList.toggle("week-nowhere", moving && to === null);
  }

  // The line under the grid says what the tooltip says, to the keyboard and to fingers too.
  say(cell) {
    this.pointed = cell;
    this.said.textContent = this.model.get("labels")[cell] ?? "";
  }

  // Only keys scroll: a cell that slides away under the pointer would be a trap.
  focus(cell, scroll) {
    this.focused = cell;
    this.paintSlots();
    // The browser's own scroll takes a cell behind the head for visible.
    this.cells[cell].focus({ preventScroll: true, focusVisible: scroll });
    if (scroll) this.cells[cell].scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  // ---- what is changed

  // The slots with what the gesture under way would make of them.
  slots() {
    const slots = new Set(this.model.get("slots"));
    const { armed, from, to, painted } = this.gesture ?? {};
    for (const cell of armed ? painted : []) slots.add(cell);
    if (armed && to !== null && slots.delete(from)) slots.add(to);
    return slots;
  }

  change(edit, slots = this.slots()) {
    edit(slots);
    const cells = [...slots].sort((a, b) => a - b);
    if (String(cells) === String(this.model.get("slots"))) return;
    this.model.set("slots", cells);
    this.model.save_changes();
  }

  toggle(cell) {
    this.change((slots) => slots.delete(cell) || slots.add(cell));
  }

  // To the next free cell in that direction, over cells that are set; without one the slot stays.
  shift(from, direction) {
    const slots = this.slots();
    let to = from;
    while (slots.has(to) && to !== step(to, direction)) to = step(to, direction);
    if (slots.has(to) || !slots.has(from)) return;
    this.change(() => slots.delete(from) && slots.add(to), slots);
    this.focus(to, true);
  }

  // ---- what is heard

  listen() {
    const { root, grid, buttons } = this;
    const send = (kind) => kind && this.model.send({ kind });
    const cellIn = ({ target }) => Number(target.closest("[data-cell]")?.dataset.cell ?? -1);
    const stop = (event) => { event.preventDefault(); event.stopPropagation(); };
    root.addEventListener("keydown", (event) =>
      guard(event, (kind) => this.model.send({ kind }), (key) => this.act(key, event)));
    buttons.addEventListener("click", ({ target }) => send(target.dataset.action));
    const on = (name, act, options) => grid.addEventListener(name, act, options);
    on("pointerdown", (event) => this.press(event));
    on("pointermove", (event) => this.drag(event));
    on("pointerup", (event) => this.release(event));
    on("pointercancel", () => this.cancel());
    on("pointerover", (event) => this.gesture ?? this.say(cellIn(event)));
    on("pointerleave", () => this.say(grid.querySelector(":focus") ? this.focused : -1));
    on("focusin", (event) => this.say((this.focused = cellIn(event))));
    on("focusout", () => this.say(-1));
    on("mousedown", (event) => event.preventDefault()); // else a drag selects text
    on("contextmenu", (event) => this.gesture && stop(event)); // a finger's long press
    on("touchmove", (event) => this.gesture?.armed && event.preventDefault(), { passive: false }); // no scroll now
    on("click", (event) => event.detail || cellIn(event) < 0 || this.toggle(cellIn(event))); // a screen reader's
  }

  act(key, { target, shiftKey, repeat }) {
    if (key === "Escape") return this.cancel();
    if (this.gesture || !this.cells.includes(target)) return false;
    const direction = ARROWS[key] ?? LEAPS[key];
    if (shiftKey && ARROWS[key]) this.shift(this.focused, direction);
    else if (direction) this.focus(step(this.focused, direction), true);
    else if (!shiftKey && (key === "Enter" || key === " ")) repeat || this.toggle(this.focused);
    else if (key === "Delete" || key === "Backspace") this.change((slots) => slots.delete(this.focused));
    else return false;
    return true;
  }

  // ---- mouse, pen and finger

  under({ x, y }) {
    const node = this.root.getRootNode().elementFromPoint(x, y)?.closest("[data-cell]");
    return node && this.grid.contains(node) ? Number(node.dataset.cell) : null;
  }

  press({ button, isPrimary, pointerId, pointerType, clientX: x, clientY: y }) {
    const from = this.under({ x, y });
    if (this.gesture || button || !isPrimary || from === null) return;
    const kind = this.slots().has(from) ? "move" : "paint";
    this.gesture = { kind, from, last: from, to: null, painted: kind === "paint" ? [from] : [], pointerId, x, y };
    // A finger that sets off downwards wants to scroll: it drags sideways at once, elsewhere after a short rest.
    if (pointerType === "mouse") this.arm();
    else this.gesture.hold = setTimeout(() => this.arm(), HOLD);
  }

  arm() {
    clearTimeout(this.gesture.hold);
    this.gesture.armed = true;
    this.gesture.scroll = setInterval(() => this.scrollAtEdge(), 50);
    this.grid.setPointerCapture(this.gesture.pointerId);
    this.focus(this.gesture.from, false);
  }

  drag({ pointerId, clientX: x, clientY: y }) {
    const gesture = this.gesture;
    if (gesture?.pointerId !== pointerId) return;
    const [across, down] = [Math.abs(x - gesture.x), Math.abs(y - gesture.y)];
    if (!gesture.armed && Math.max(across, down) < SLOP) return;
    if (!gesture.armed && down > across) this.cancel();
    else this.follow(x, y);
  }

  follow(x, y) {
    if (!this.gesture.armed) this.arm();
    const gesture = Object.assign(this.gesture, { x, y });
    const cell = this.under(gesture);
    const taken = cell === null || this.model.get("slots").includes(cell);
    gesture.moved ||= cell !== gesture.from;
    if (gesture.kind === "move") gesture.to = taken ? null : cell;
    else if (cell !== null) gesture.painted.push(...line(gesture.last ?? cell, cell));
    gesture.last = cell;
    const box = this.root.getBoundingClientRect();
    this.ghost.style.translate = `${x - box.left}px ${y - box.top}px`;
    this.paintSlots();
    this.say(cell ?? -1);
  }

  scrollAtEdge() {
    const { top, bottom } = this.scroller.getBoundingClientRect();
    const { x, y, moved } = this.gesture;
    const way = y < top + this.head.offsetHeight + EDGE ? -1 : y > bottom - EDGE ? 1 : 0;
    if (!moved || !way) return;
    this.scroller.scrollTop += (way * EDGE) / 2;
    this.follow(x, y);
  }

  release({ pointerId }) {
    if (this.gesture?.pointerId !== pointerId) return;
    const { kind, from, to, last, moved } = Object.assign(this.gesture, { armed: true }); // a tap is not armed yet
    const slots = this.slots();
    this.cancel();
    this.focus(to ?? (kind === "paint" ? last : from) ?? from, false);
    this.change(() => kind === "move" && !moved && slots.delete(from), slots);
  }

  cancel() {
    const gesture = this.gesture;
    clearTimeout(gesture?.hold);
    clearInterval(gesture?.scroll);
    this.gesture = null;
    this.paintSlots();
    return gesture;
  }
}

export default {
  render({ model, el }) {
    const week = new Week(model, el);
    const paint = () => week.paint();
    model.on("change", paint);
    return () => {
      model.off("change", paint);
      week.cancel();
      week.watch.disconnect();
      week.root.remove();
    };
  },
};

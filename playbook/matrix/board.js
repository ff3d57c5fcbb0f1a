// The accounts as cards, and who relays whom as arrows. All words come from the model; the only arithmetic here is that
// of the picture. A gesture changes `arrows` once, so that one undo takes it back.

const MOST = 10; // cards that a ring has room for
const RING = 560; // px of width from which a ring can be read
const SLOP = 8; // px by which a hand may tremble and still click
const PAD = 5; // px between a card and the arrows at it
const HEAD = 9; // px of an arrow's head
const ASIDE = 34; // px from the middle of an arrow to what can be done with it
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const LEGEND = [["", "points"], ["at_once", "at_once"], ["later", "later"], ["flag", "flag"]];

const atOf = ([by, of]) => `${by}>${of}`;
const heightOf = (count) => (count < 3 ? 170 : (count > 8 ? 190 : 140) + 40 * count); // more cards need it roomier

function build(el) {
  const root = make(el, "div", "board");
  const bar = make(root, "div", "board-bar");
  const done = make(bar, "div", "board-done", { role: "status", "aria-live": "polite" });
  const buttons = make(bar, "div", "board-buttons");
  const worded = ["undo", "redo"].map((key) =>
    [make(buttons, "button", "board-button", { type: "button", "data-action": key }), key]);
  const stage = make(root, "div", "board-stage", { role: "group" });
  const lines = document.createElementNS(SVG, "svg");
  for (const [key, value] of [["class", "board-lines"], ["aria-hidden", "true"], ["preserveAspectRatio", "none"]])
    lines.setAttribute(key, value);
  const drawn = make(lines, "g", "board-drawn");
  const ghost = make(lines, "path", "board-ghost");
  const tool = document.createElement("div"); // for the mouse; the chip does the same for keyboard and ear
  tool.className = "board-tool";
  tool.setAttribute("aria-hidden", "true");
  const turn = make(tool, "button", "board-turn", { type: "button", tabindex: "-1" });
  worded.push([make(tool, "button", "board-drop", { type: "button", tabindex: "-1" }), "remove"]);
  const said = make(root, "div", "board-said", { "aria-hidden": "true" }); // aloud, the card's own label says it
  const legend = make(root, "div", "board-legend");
  for (const [name, key] of LEGEND) {
    const entry = make(legend, "span", "board-entry");
    if (name) make(entry, "i", `board-sample board-sample-${name}`).textContent = name === "flag" ? "!" : "";
    worded.push([make(entry, "span", ""), key]);
  }
  const help = make(root, "div", "board-help");
  worded.push([help, "help"]);
  stage.ariaDescribedByElements = [help];
  return { root, done, buttons, stage, lines, drawn, ghost, tool, turn, said, worded };
}

function makeItem(id) {
  const item = document.createElement("div");
  item.className = "board-item";
  const place = make(item, "div", "board-place");
  const card = make(place, "button", "board-card", { type: "button", "data-account": id });
  const name = make(card, "span", "board-name");
  const lines = make(card, "span", "board-text");
  const badge = make(card, "span", "board-badge");
  make(card, "span", "board-sign").textContent = "!";
  const pick = make(place, "button", "board-pick", { type: "button", "data-pick": id });
  const mark = make(pick, "span", "board-pick-mark", { "aria-hidden": "true" });
  const chips = make(item, "div", "board-chips", { role: "group" });
  return { item, place, card, name, lines, badge, pick, mark, chips, head: make(chips, "span", "board-chips-head") };
}

function makeChip(at) {
  const chip = document.createElement("span");
  chip.className = "board-chip";
  const face = make(chip, "button", "board-chip-face", { type: "button", "data-when": at });
  const [of, when, note] = ["of", "when", "note"].map((part) => make(face, "span", `board-chip-${part}`));
  make(face, "span", "board-chip-sign").textContent = "!";
  const drop = make(chip, "button", "board-chip-drop", { type: "button", tabindex: "-1", "data-remove": at });
  drop.textContent = "×";
  return { chip, face, of, when, note, drop };
}

// ---- where things stand

// Centres of the cards in shares of the ring's box, from the top and clockwise; two stand side by side.
function ringOf(count) {
  const first = count < 3 ? Math.PI : -Math.PI / 2;
  return Array.from({ length: count }, (_, place) => {
    const angle = first + (2 * Math.PI * place) / count;
    return [Math.cos(angle), Math.sin(angle)];
  });
}

const middle = ({ left, right, top, bottom }) => [(left + right) / 2, (top + bottom) / 2];
const inside = ([x, y], { left, right, top, bottom }, pad) =>
  x > left - pad && x < right + pad && y > top - pad && y < bottom + pad;

// The points of an arrow from one box to another. It bends towards the centre, so that it passes no card between, and
// to its own right, so that an arrow and the one that comes back lie side by side.
function curve(from, to, [cx, cy]) {
  const [[ax, ay], [bx, by]] = [middle(from), middle(to)];
  const [mx, my] = [(ax + bx) / 2, (ay + by) / 2];
  const far = Math.hypot(bx - ax, by - ay) || 1;
  const [inwards, aside] = [Math.min(Math.max(1.1 - far / 300, 0.3), 0.8), Math.max(30 / far, 0.09)]; // neighbours more
  const bend = [mx + (cx - mx) * inwards + (ay - by) * aside, my + (cy - my) * inwards + (bx - ax) * aside];
  const on = (t) => [0, 1].map((axis) =>
    (1 - t) ** 2 * [ax, ay][axis] + 2 * t * (1 - t) * bend[axis] + t ** 2 * [bx, by][axis]);
  const points = Array.from({ length: 101 }, (_, step) => on(step / 100));
  const first = points.findIndex((point) => !inside(point, from, PAD));
  const last = points.findLastIndex((point) => !inside(point, to, PAD));
  return first < last ? points.slice(first, last + 1) : [];
}

function headAt(points) {
  const [x, y] = points.at(-1);
  const back = points.findLast(([px, py]) => Math.hypot(px - x, py - y) >= HEAD) ?? points[0];
  const angle = Math.atan2(y - back[1], x - back[0]);
  const side = (turn) => `${x - HEAD * Math.cos(angle + turn)},${y - HEAD * Math.sin(angle + turn)}`;
  return `${x},${y} ${side(0.45)} ${side(-0.45)}`;
}

const pathOf = (points) => `M${points.map((point) => point.join(" ")).join("L")}`;

class Board {
  constructor(model, el) {
    Object.assign(this, build(el), { model, items: new Map(), chips: new Map() });
    Object.assign(this, { focused: "", picked: null, arrow: null, pointed: null, pressed: null, gesture: null });
    Object.assign(this, { note: "", seen: "" });
    el.classList.add("board-host");
    this.listen();
    this.paint();
    this.width = 0;
    this.watch = new ResizeObserver(() => requestAnimationFrame(() => this.refit()));
    this.watch.observe(this.root);
  }

  // ---- what is shown

  // Ring or list, and the arrows between the cards, go by the width; painting changes only the height.
  refit() {
    if (this.width === this.root.clientWidth) return;
    this.width = this.root.clientWidth;
    this.paint();
  }

  get(name) {
    return this.model.get(name);
  }

  names([by, of]) {
    const name = (id) => this.get("cards").find((card) => card.id === id)?.name ?? id;
    return { by: name(by), of: name(of) };
  }

  paint() {
    const words = this.get("words");
    for (const [node, key] of this.worded) node.textContent = words[key] ?? "";
    this.stage.setAttribute("aria-label", words.board ?? "");
    if (this.seen !== this.get("done")) [this.seen, this.note] = [this.get("done"), ""];
    this.tell(this.note || this.seen);
    if (!this.gesture && !this.picked) this.focused = this.get("chosen");
    this.paintCards();
    this.paintChips();
    this.paintLines();
    this.say(this.pointed);
  }

  tell(sentence) {
    if (this.done.textContent !== sentence) this.done.textContent = sentence; // else it is read out again
  }

  // The line under the picture says what is said aloud, to eyes too.
  say(key) {
    this.pointed = key;
    const on = this.picked && key !== this.picked && this.items.has(key);
    this.said.textContent = on ? this.offer(key) : this.get("labels")[key] ?? "";
  }

  // What Enter or a tap on this card would do with the arrow that is being drawn.
  offer(of) {
    const pair = [this.picked, of];
    return fill(this.get("words")[this.find(atOf(pair)) ? "undraw" : "draw"], this.names(pair));
  }

  find(at) {
    return this.get("arrows").find((arrow) => atOf(arrow) === at);
  }

  paintCards() {
    const cards = this.get("cards");
    if (cards.map(({ id }) => id).join("\n") !== [...this.items.keys()].join("\n")) this.seat(cards);
    const ring = cards.length <= MOST && this.root.clientWidth >= RING;
    this.root.classList.toggle("board-ring", ring);
    this.root.style.setProperty("--board-height", `${heightOf(cards.length)}px`);
    this.root.style.setProperty("--board-width", cards.length > 8 ? "20%" : "23%");
    const tabbed = this.items.has(this.focused) ? this.focused : cards[0]?.id;
    for (const card of cards) this.paintCard(card, this.items.get(card.id), card.id === tabbed);
  }

  seat(cards) {
    this.items = new Map(cards.map(({ id }) => [id, makeItem(id)]));
    this.stage.replaceChildren(this.lines, ...[...this.items.values()].map(({ item }) => item), this.tool);
    this.chips = new Map();
    ringOf(cards.length).forEach(([x, y], place) => {
      const { style } = this.items.get(cards[place].id).place;
      style.setProperty("--board-x", x.toFixed(4));
      style.setProperty("--board-y", y.toFixed(4));
    });
  }

  paintCard({ id, name, lines, fate, badge }, nodes, tabbed) {
    const words = this.get("words");
    nodes.name.textContent = name;
    while (nodes.lines.childElementCount > lines.length) nodes.lines.lastChild.remove();
    while (nodes.lines.childElementCount < lines.length) make(nodes.lines, "span", "board-line");
    lines.forEach((line, place) => { nodes.lines.children[place].textContent = line; }); // a new node loses its click
    nodes.badge.textContent = badge;
    const target = this.picked && this.picked !== id;
    nodes.card.setAttribute("aria-label", target ? this.offer(id) : this.get("labels")[id] ?? name);
    nodes.card.setAttribute("aria-current", id === this.get("chosen"));
    nodes.pick.title = target ? this.offer(id) : fill(words.pick, this.names([id, ""]));
    nodes.pick.setAttribute("aria-label", nodes.pick.title);
    nodes.mark.textContent = !target ? "→" : this.find(atOf([this.picked, id])) ? "−" : "+";
    nodes.pick.setAttribute("aria-pressed", id === this.picked);
    nodes.chips.setAttribute("aria-label", fill(words.relays, this.names([id, ""])));
    nodes.head.textContent = fill(words.relays, this.names([id, ""]));
    nodes.card.tabIndex = tabbed ? 0 : -1;
    nodes.pick.tabIndex = tabbed ? 0 : -1;
    nodes.place.className = `board-place board-${fate}`;
    nodes.place.classList.toggle("board-chosen", id === this.get("chosen"));
    nodes.place.classList.toggle("board-flag", this.get("flagged").includes(id));
    nodes.place.classList.toggle("board-picked", id === (this.picked ?? this.gesture?.by));
    nodes.place.classList.toggle("board-target", Boolean(target) || (this.gesture?.of === id));
  }

  paintChips() {
    const arrows = this.get("arrows").filter((arrow) => this.items.has(arrow[0]) && this.items.has(arrow[1]));
    const every = new Set(arrows.map(atOf));
    for (const [at, { chip }] of this.chips) if (!every.has(at)) chip.remove(), this.chips.delete(at);
    if (!every.has(this.arrow)) this.arrow = null;
    const first = this.order()[0] ?? atOf(arrows[0] ?? []);
    for (const arrow of arrows) {
      const at = atOf(arrow);
      if (!this.chips.has(at)) this.chips.set(at, makeChip(at));
      this.paintChip(arrow, this.chips.get(at), (this.arrow ?? first) === at);
    }
    for (const { chips } of this.items.values()) chips.hidden = chips.childElementCount < 2;
  }

  paintChip(arrow, { chip, face, of, when, note, drop }, tabbed) {
    const [at, words] = [atOf(arrow), this.get("words")];
    if (!chip.parentNode) this.items.get(arrow[0]).chips.append(chip);
    of.textContent = this.names(arrow).of;
    when.textContent = words[arrow[2]] ?? "";
    note.textContent = this.get("notes")[at] ?? "";
    face.setAttribute("aria-label", this.get("labels")[at] ?? "");
    face.tabIndex = tabbed ? 0 : -1;
    drop.setAttribute("aria-label", `${words.remove ?? ""} ${this.get("labels")[at] ?? ""}`);
    drop.title = words.remove ?? "";
    chip.classList.toggle("board-later", arrow[2] === "later");
    chip.classList.toggle("board-flag", this.get("flagged").includes(at));
  }

  // The arrows in the order in which their chips stand.
  order() {
    return [...this.stage.querySelectorAll("[data-when]")].map((face) => face.dataset.when);
  }

  boxOf(id) {
    const [stage, box] = [this.stage, this.items.get(id).card].map((node) => node.getBoundingClientRect());
    const [left, top] = [box.left - stage.left, box.top - stage.top];
    return { left, top, right: left + box.width, bottom: top + box.height };
  }

  paintLines() {
    this.drawn.replaceChildren();
    this.tool.classList.toggle("board-shown", false);
    if (!this.root.classList.contains("board-ring") || !this.stage.clientWidth) return;
    const [width, height] = [this.stage.clientWidth, heightOf(this.items.size)];
    this.lines.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const boxes = new Map([...this.items.keys()].map((id) => [id, this.boxOf(id)]));
    const near = (arrow) => arrow.includes(this.get("chosen")) || atOf(arrow) === this.arrow;
    const arrows = this.get("arrows").filter(([by, of]) => boxes.has(by) && boxes.has(of));
    for (const arrow of arrows.sort((one, two) => near(one) - near(two))) {
      const points = curve(boxes.get(arrow[0]), boxes.get(arrow[1]), [width / 2, height / 2]);
      if (points.length > 1) this.paintLine(arrow, points, near(arrow));
    }
  }

  paintLine(arrow, points, near) {
    const at = atOf(arrow);
    const group = make(this.drawn, "g", "board-arrow", { "data-arrow": at });
    make(group, "path", "board-hit", { d: pathOf(points) });
    make(group, "path", "board-stroke", { d: pathOf(points) });
    make(group, "polygon", "board-head", { points: headAt(points) });
    const [x, y] = points[Math.floor(points.length / 2)];
    if (this.get("flagged").includes(at)) {
      make(group, "circle", "board-alarm", { cx: x, cy: y, r: 7 });
      make(group, "text", "board-alarm-sign", { x, y: y + 4, "text-anchor": "middle" }).textContent = "!";
    }
    const marks = { "board-near": near, "board-late": arrow[2] === "later", "board-held": at === this.arrow };
    for (const [name, on] of Object.entries(marks)) group.classList.toggle(name, on);
    if (at === this.arrow) this.showTool(arrow, x, y);
  }

  showTool(arrow, x, y) {
    this.turn.textContent = this.get("words")[arrow[2] === "later" ? "make_at_once" : "make_later"] ?? "";
    this.tool.classList.toggle("board-shown", true);
    const [cx, cy] = [this.stage.clientWidth / 2, heightOf(this.items.size) / 2];
    const away = Math.hypot(cx - x, cy - y);
    const [dx, dy] = away < ASIDE ? [0, 1] : [(cx - x) / away, (cy - y) / away]; // towards the middle, where no card is
    this.tool.style.translate = `calc(${x + dx * ASIDE * 1.5}px - 50%) calc(${y + dy * ASIDE}px - 50%)`;
  }

  // ---- what is changed

  set(values) {
    for (const [name, value] of Object.entries(values)) this.model.set(name, value);
    this.model.save_changes();
  }

  choose(id) {
    this.focused = id;
    if (id === this.get("chosen")) this.paint();
    else this.set({ chosen: id });
  }

  pick(id) {
    const again = this.picked === id;
    this.picked = again ? null : id;
    this.note = fill(this.get("words")[again ? "cancelled" : "picked"], this.names([id, ""]));
    this.choose(id);
    this.paint();
  }

  // The arrow that was being drawn ends on this card: it is drawn, or taken away if it was there.
  finish(of) {
    const by = this.picked;
    if (by === of) return this.pick(by);
    this.picked = null;
    this.note = "";
    const at = atOf([by, of]);
    if (this.find(at)) this.remove(at);
    else this.draw(by, of);
    this.focus(by, true);
  }

  draw(by, of) {
    this.focused = by;
    this.set({ arrows: [...this.get("arrows"), [by, of, "at_once"]], chosen: by });
  }

  remove(at) {
    this.set({ arrows: this.get("arrows").filter((arrow) => atOf(arrow) !== at) });
  }

  toggle(at) {
    const turned = ([by, of, when]) => [by, of, when === "later" ? "at_once" : "later"];
    this.set({ arrows: this.get("arrows").map((arrow) => (atOf(arrow) === at ? turned(arrow) : arrow)) });
  }

  // Take an arrow away and leave the reader at the next one, or at the card it came from.
  removeHere(at) {
    const every = this.order();
    const next = every[every.indexOf(at) + 1] ?? every[every.indexOf(at) - 1];
    const card = this.find(at)?.[0];
    this.arrow = next ?? null;
    this.remove(at);
    if (next) this.hold(next);
    else if (card) this.focus(card, true);
  }

  // ---- where the reader is

  focus(id, seen) {
    this.focused = id;
    this.arrow = null;
    if (this.picked) this.paint();
    else this.choose(id);
    this.items.get(id)?.card.focus({ focusVisible: seen });
  }

  hold(at) {
    this.arrow = at;
    this.chips.get(at)?.face.focus({ focusVisible: true, preventScroll: true });
    this.paint();
  }

  // The nearest card in that direction, what lies straight ahead before what lies aside.
  towards(id, [dx, dy]) {
    const [x, y] = middle(this.boxOf(id));
    const far = (other) => {
      const [ox, oy] = middle(this.boxOf(other));
      const [ahead, aside] = [(ox - x) * dx + (oy - y) * dy, Math.abs((ox - x) * dy) + Math.abs((oy - y) * dx)];
      return ahead > 1 ? ahead + 2 * aside : Infinity;
    };
    const [nearest] = [...this.items.keys()].filter((each) => each !== id).sort((one, two) => far(one) - far(two));
    return nearest && far(nearest) < Infinity ? nearest : id;
  }

  // ---- what is heard

  listen() {
    const { root, stage, buttons } = this;
    const keyIn = ({ target }) => {
      const { account, pick, when, remove, arrow } = target.closest(KEYED)?.dataset ?? {};
      return account ?? pick ?? when ?? remove ?? arrow ?? null;
    };
    root.addEventListener("keydown", (event) =>
      guard(event, (kind) => this.model.send({ kind }), (key) => this.act(key, event)));
    buttons.addEventListener("click", ({ target }) =>
      target.dataset.action && this.model.send({ kind: target.dataset.action }));
    const on = (name, act) => stage.addEventListener(name, act);
    on("pointerdown", (event) => this.press(event));
    on("pointermove", (event) => this.drag(event));
    on("pointerup", (event) => this.release(event));
    on("pointercancel", () => this.cancel());
    on("pointerover", (event) => this.gesture || this.say(keyIn(event)));
    on("pointerleave", () => this.say(null));
    on("focusin", (event) => { this.reach(event.target); this.say(keyIn(event)); });
    on("focusout", () => this.say(null));
    on("mousedown", (event) => event.preventDefault()); // else a drag selects text
    on("click", (event) => this.click(event.target));
    this.turn.addEventListener("click", () => this.toggle(this.arrow));
    this.tool.lastChild.addEventListener("click", () => this.removeHere(this.arrow));
  }

  // A chip that has the focus is the arrow in hand; anywhere else there is none.
  reach({ dataset }) {
    const at = dataset.when ?? null;
    if (at === this.arrow) return;
    this.arrow = at;
    this.paintChips();
    this.paintLines();
  }

  click(target) {
    const { account, pick, when, remove } = target.closest(KEYED)?.dataset ?? {};
    if ((account ?? pick) && this.picked && this.picked !== pick) this.finish(account ?? pick);
    else if (pick) { this.pick(pick); this.items.get(pick).card.focus({ focusVisible: false }); }
    else if (account) this.focus(account, false);
    else if (when) { this.hold(when); this.toggle(when); }
    else if (remove) this.removeHere(remove);
  }

  act(key, { target, repeat }) {
    if (key === "Escape") return this.cancel();
    const { account, when } = target.dataset;
    if (account) return this.onCard(key, account, repeat);
    return when ? this.onChip(key, when) : false; // a button's own keys are the browser's
  }

  onCard(key, id, repeat) {
    const every = [...this.items.keys()];
    const end = { Home: every[0], End: every.at(-1) }[key];
    if (DIRECTIONS[key] || end) this.focus(end ?? this.towards(id, DIRECTIONS[key]), true);
    else if (key === "Enter" && !repeat) this.picked ? this.finish(id) : this.pick(id);
    else return key === "Enter";
    return true;
  }

  onChip(key, at) {
    const every = this.order();
    const [dx, dy] = DIRECTIONS[key] ?? [0, 0];
    if (dx + dy) this.hold(every[every.indexOf(at) + dx + dy] ?? at);
    else if (key === "Delete" || key === "Backspace") this.removeHere(at);
    else return false;
    return true;
  }

  // ---- mouse, pen and finger

  under({ clientX, clientY }) {
    const node = this.root.getRootNode().elementFromPoint(clientX, clientY)?.closest(".board-place");
    return node && this.stage.contains(node) ? node.firstChild.dataset.account : null;
  }

  // A mouse drags from anywhere on a card; a finger, which also scrolls, from its arrow alone.
  press({ button, isPrimary, pointerId, pointerType, target, clientX: x, clientY: y }) {
    const { account, pick, arrow } = target.closest(KEYED)?.dataset ?? {};
    this.pressed = button ? null : arrow;
    const by = pick ?? (pointerType === "mouse" ? account : null);
    if (this.gesture || button || !isPrimary || !by) return;
    this.gesture = { by, of: null, pointerId, x, y, moved: false };
  }

  drag(event) {
    const { gesture } = this;
    if (gesture?.pointerId !== event.pointerId) return;
    if (!gesture.moved && Math.hypot(event.clientX - gesture.x, event.clientY - gesture.y) < SLOP) return;
    if (!gesture.moved) this.stage.setPointerCapture(event.pointerId);
    gesture.moved = true;
    const under = this.under(event);
    [this.picked, gesture.of] = [null, under === gesture.by ? null : under];
    const [box, from] = [this.stage.getBoundingClientRect(), middle(this.boxOf(gesture.by))];
    this.ghost.setAttribute("d", pathOf([from, [event.clientX - box.left, event.clientY - box.top]]));
    this.root.classList.add("board-dragging");
    this.paintCards();
    const pair = [gesture.by, gesture.of];
    const drawn = gesture.of && this.find(atOf(pair));
    this.said.textContent = !gesture.of ? "" : drawn ? this.get("labels")[atOf(pair)]
      : fill(this.get("words").draw, this.names(pair));
  }

  // Drawn over an arrow that is there, a line changes nothing but takes that arrow in hand. So does a click on an arrow,
  // but not by its event: arrows are drawn anew whenever Python has answered, and a node taken away gets no click.
  release({ pointerId, target }) {
    if (this.pressed && target.closest("[data-arrow]")?.dataset.arrow === this.pressed) this.hold(this.pressed);
    this.pressed = null;
    if (this.gesture?.pointerId !== pointerId) return;
    const { by, of, moved } = this.gesture;
    if (!moved) this.gesture = null; // a click follows, which an arrow in hand is waiting for
    else this.cancel();
    if (!moved || !of) return;
    if (this.find(atOf([by, of]))) this.hold(atOf([by, of]));
    else { this.draw(by, of); this.focus(by, false); }
  }

  cancel() {
    const held = this.gesture || this.picked;
    if (this.picked) this.note = this.get("words").cancelled ?? "";
    const by = this.picked;
    [this.gesture, this.picked] = [null, null];
    this.ghost.removeAttribute("d");
    this.root.classList.remove("board-dragging");
    if (by && this.stage.contains(document.activeElement)) this.focus(by, true);
    this.paint();
    return Boolean(held);
  }
}

const KEYED = "[data-account], [data-pick], [data-when], [data-remove], [data-arrow]";

export default {
  render({ model, el }) {
    const board = new Board(model, el);
    const paint = () => board.paint();
    model.on("change", paint);
    return () => {
      model.off("change", paint);
      board.watch.disconnect();
      board.root.remove();
    };
  },
};

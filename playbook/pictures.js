// What the pictures of the playbook share in the browser. `script` in pictures.py lays this before each of them.

const SVG = "http://www.w3.org/2000/svg";

function make(parent, tag, name, attributes = {}) {
  const node = parent.namespaceURI === SVG ? document.createElementNS(SVG, tag) : document.createElement(tag);
  node.setAttribute("class", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  parent.append(node);
  return node;
}

const fill = (sentence, names) => (sentence ?? "").replace(/\{(\w+)\}/g, (_, name) => names[name] ?? "");

// No key may reach the notebook, where "d d" deletes a cell; only saving the page stays the page's own. Undo and redo
// are sent; `act` is told any other key and answers whether it took it. What is taken is not the browser's any more.
function guard(event, send, act) {
  const accel = event.ctrlKey || event.metaKey;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (accel && key === "s") return;
  event.stopPropagation();
  const kind = accel && { z: event.shiftKey ? "redo" : "undo", y: "redo" }[key];
  if (kind) send(kind);
  if (accel ? kind || key === "a" : !event.altKey && act(key, event)) event.preventDefault(); // Ctrl+A marks the page
}

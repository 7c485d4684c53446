
"use strict";
const root = document.documentElement;

// Dark and light: the system's choice, until the button is pressed.
const theme = document.getElementById("theme");
const isDark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
function nameTheme() {
  theme.textContent = isDark() ? "Light" : "Dark";
  theme.setAttribute("aria-pressed", String(isDark()));
}
theme.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; nameTheme(); });
nameTheme();

// Tables: a heading sorts, and long ones are filtered.
function valueOf(cell) {
  const text = cell.textContent.replace(/\[\d+(:\d+)?\]/g, "").trim();
  const number = parseFloat(text.replace(/[,\u00a0]/g, ""));
  return /^[-+]?[\d.,]/.test(text) && !/^\d{4}-\d\d/.test(text) && !Number.isNaN(number) ? number : text;
}
function compare(one, other) {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one).localeCompare(String(other), "en", { numeric: true });
}
function sortBy(table, heading, column) {
  const rising = heading.getAttribute("aria-sort") !== "ascending";
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", rising ? "ascending" : "descending");
  const rows = [...table.tBodies[0].rows];
  rows.sort((a, b) => compare(valueOf(a.cells[column]), valueOf(b.cells[column])) * (rising ? 1 : -1));
  table.tBodies[0].append(...rows);
}
for (const table of document.querySelectorAll("main table")) {
  if (!table.tHead || !table.tBodies.length || table.tBodies[0].rows.length < 2) continue;
  [...table.tHead.rows[0].cells].forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    if (!button.textContent.trim()) button.setAttribute("aria-label", "sort by this column");
    heading.append(button);
    button.addEventListener("click", () => sortBy(table, heading, column));
  });
  if (table.tBodies[0].rows.length < 10) continue;
  const filter = Object.assign(document.createElement("input"), { type: "search", className: "filter", placeholder: "filter rows" });
  filter.setAttribute("aria-label", "filter the rows of this table");
  table.parentElement.before(filter);
  filter.addEventListener("input", () => {
    const wanted = filter.value.trim().toLowerCase();
    for (const row of table.tBodies[0].rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
  });
}

// Charts: what a mark stands for, beside the pointer or the focus.
const tip = document.getElementById("tip");
function showTip(mark) {
  const box = mark.getBoundingClientRect();
  tip.textContent = mark.dataset.tip;
  tip.hidden = false;
  const left = Math.min(Math.max(4, box.x + box.width / 2 - tip.offsetWidth / 2), innerWidth - tip.offsetWidth - 4);
  const above = box.y - tip.offsetHeight - 6;
  tip.style.left = `${left}px`;
  tip.style.top = `${above > 4 ? above : Math.min(box.bottom + 6, innerHeight - tip.offsetHeight - 4)}px`;
}
for (const mark of document.querySelectorAll(".tip")) {
  const title = mark.querySelector("title");
  mark.dataset.tip = title.textContent;
  mark.setAttribute("aria-label", title.textContent);
  title.remove();  // or the browser shows it a second time
  for (const event of ["pointerenter", "focus"]) mark.addEventListener(event, () => showTip(mark));
  for (const event of ["pointerleave", "blur"]) mark.addEventListener(event, () => { tip.hidden = true; });
}
addEventListener("scroll", () => {
  if (document.activeElement.matches(".tip")) showTip(document.activeElement);
  else tip.hidden = true;
}, { passive: true });
addEventListener("keydown", (event) => { if (event.key === "Escape") tip.hidden = true; });

// The map: wheel, drag, buttons and arrow keys.
for (const figure of document.querySelectorAll("figure.location_map")) {
  const map = figure.querySelector("svg");
  const whole = map.getAttribute("viewBox").split(" ").map(Number);
  let [x, y, width, height] = whole;
  const draw = () => map.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
  function zoom(factor, atX = 0.5, atY = 0.5) {
    const scale = Math.min(1, Math.max(0.02, (width * factor) / whole[2])) * whole[2] / width;
    x += width * (1 - scale) * atX;
    y += height * (1 - scale) * atY;
    width *= scale;
    height *= scale;
    draw();
  }
  function move(byX, byY) { x += byX * width; y += byY * height; draw(); }
  function reset() { [x, y, width, height] = whole; draw(); }
  const steer = Object.assign(document.createElement("div"), { className: "steer" });
  for (const [sign, name, act] of [["+", "zoom in", () => zoom(0.6)], ["\u2212", "zoom out", () => zoom(1 / 0.6)], ["\u25a1", "show all", reset]]) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: sign, onclick: act });
    button.setAttribute("aria-label", name);
    steer.append(button);
  }
  figure.append(steer);
  map.tabIndex = 0;
  map.setAttribute("aria-label", figure.querySelector("figcaption").textContent);
  const steps = { ArrowLeft: [-0.1, 0], ArrowRight: [0.1, 0], ArrowUp: [0, -0.1], ArrowDown: [0, 0.1] };
  map.addEventListener("keydown", (event) => {
    if (steps[event.key]) { move(...steps[event.key]); event.preventDefault(); }
    if (event.key === "+" || event.key === "=") zoom(0.6);
    if (event.key === "-") zoom(1 / 0.6);
  });
  map.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !map.matches(":focus")) return;  // the page scrolls until the map is chosen
    const box = map.getBoundingClientRect();
    zoom(event.deltaY < 0 ? 0.8 : 1.25, (event.clientX - box.x) / box.width, (event.clientY - box.y) / box.height);
    event.preventDefault();
  }, { passive: false });
  let held = null;
  map.addEventListener("pointerdown", (event) => { held = [event.clientX, event.clientY]; map.setPointerCapture(event.pointerId); });
  map.addEventListener("pointermove", (event) => {
    if (!held) return;
    const box = map.getBoundingClientRect();
    move((held[0] - event.clientX) / box.width, (held[1] - event.clientY) / box.height);
    held = [event.clientX, event.clientY];
  });
  for (const event of ["pointerup", "pointercancel"]) map.addEventListener(event, () => { held = null; });
}

// The drawings of reports for several seekers: who fits whom, at a glance.

/** The order in which a map groups: country, cluster, id. @param {number[]} organizations */
function grouped(organizations) {
  const key = (/** @type {number} */ at) => {
    const { country, cluster, kind, id } = page.organizations[at];
    return [country, kind === "cluster" ? id : (cluster ?? "~"), kind === "cluster" ? "" : id].join("\u0000");
  };
  return organizations.slice().sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/**
 * Positions of organizations along an axis, with a gap between countries and a slit between clusters.
 * @param {number[]} order
 * @param {number} step
 */
function axis(order, step) {
  /** @type {Map<number, number>} */
  const at = new Map();
  /** @type {{ country: string, from: number, to: number }[]} */
  const groups = [];
  let x = 0;
  order.forEach((now, i) => {
    const [here, before] = [page.organizations[now], page.organizations[order[i - 1] ?? now]];
    const cluster = (/** @type {Organization} */ o) => (o.kind === "cluster" ? o.id : o.cluster);
    if (here.country !== before.country) x += 10;
    else if (cluster(here) !== cluster(before)) x += 2;
    at.set(now, x);
    const group = groups[groups.length - 1];
    if (group?.country === here.country) group.to = x + step;
    else groups.push({ country: here.country, from: x, to: x + step });
    x += step;
  });
  return { at, groups, length: x };
}

/**
 * The heat map of seekers and partners. Its cells are kept, so that moving a weight only colours them.
 * @param {(match: Match) => void} open what a click on a cell does
 */
function newMap(open) {
  const step = 15;
  const left = 230;
  const top = 165;
  const rows = axis(grouped(page.lists.map((l) => l.seeker)), step);
  const columns = axis(grouped([...new Set(page.lists.flatMap((l) => l.pairs.map((p) => p.partner)))]), step);
  const size = { width: left + columns.length + 90, height: top + rows.length + 4 };
  const drawing = svg("svg", {
    viewBox: `0 0 ${size.width} ${size.height}`,
    ...size,
    class: "map",
    role: "img",
    "aria-label": say("page-map"),
  });
  for (const [row, y] of rows.at) drawing.append(mapLabel(row, left - 6, top + y + 11, "end", 0, 34));
  for (const [column, x] of columns.at)
    drawing.append(mapLabel(column, left + x + 11, top - 6, "start", -60, 26));
  for (const { country, from, to } of rows.groups) {
    drawing.append(
      svg(
        "path",
        { d: `M${left - 3} ${top + from}V${top + to - 1}`, class: "group" },
        svg("title", {}, named("countries", country)),
      ),
    );
  }
  for (const { country, from, to } of columns.groups) {
    drawing.append(svg("path", { d: `M${left + from} ${top - 3}H${left + to - 1}`, class: "group" }));
    drawing.append(svg("text", { x: left + from, y: 14, class: "country" }, named("countries", country)));
  }
  /** @type {Map<Match, { cell: SVGElement, shade: number }>} */
  const cells = new Map();
  for (const match of lists.flat()) {
    const place = {
      x: left + (columns.at.get(match.pair.partner) ?? 0),
      y: top + (rows.at.get(match.list.seeker) ?? 0),
    };
    const cell = svg("rect", { ...place, width: step - 1, height: step - 1 });
    cell.addEventListener("click", () => open(match));
    cell.addEventListener("pointerenter", () => {
      const words = {
        seeker: match.seeker.name,
        partner: match.partner.name,
        score: shown((match.score / UNITS) * 100),
      };
      byId("map-cell").textContent = say("page-map-cell", words);
    });
    cells.set(match, { cell, shade: -1 });
    drawing.append(cell);
  }
  return { drawing, cells };
}

/**
 * A name beside the map, cut where it is long.
 * @param {number} at @param {number} x @param {number} y @param {string} anchor @param {number} turn
 * @param {number} room in Latin letters
 */
function mapLabel(at, x, y, anchor, turn, room) {
  const { name } = page.organizations[at];
  const letters = [...name];
  // Letters of East Asian scripts are about twice as wide.
  const most = /[\u1100-\u11ff\u3040-\ud7ff]/.test(name) ? Math.floor(room / 2) : room;
  const short = letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : name;
  const transform = `rotate(${turn} ${x} ${y})`;
  return svg(
    "text",
    { x, y, "text-anchor": anchor, class: "label", transform },
    svg("title", {}, name),
    short,
  );
}

/** The shade of a score on the map, from 0 to 20. Scores above three quarters are rare, and all dark. @param {number} score */
function shadeOf(score) {
  return Math.round(Math.min(score / 0.75, 1) * 20);
}

/** The colour of a shade: pale to dark. @param {number} shade */
function heat(shade) {
  const mix = (/** @type {number} */ a, /** @type {number} */ b) => Math.round(a + ((b - a) * shade) / 20);
  return `rgb(${mix(240, 16)} ${mix(244, 62)} ${mix(246, 92)})`;
}

/**
 * Colours the cells whose score has changed enough to be seen, and pales those that filters keep out.
 * @param {Map<Match, { cell: SVGElement, shade: number }>} cells
 */
function drawMap(cells) {
  const lets = passes();
  for (const [match, entry] of cells) {
    const shade = shadeOf(match.score / UNITS);
    if (shade !== entry.shade) put(entry.cell, { fill: heat(shade) });
    entry.shade = shade;
    entry.cell.classList.toggle("faded", !lets(match));
  }
}

/**
 * The network: seekers on the left, their two best partners on the right, a thicker line for a better match.
 * @param {Match[][]} ranked
 */
function newNetwork(ranked) {
  const lets = passes();
  const best = ranked.flatMap((matches) => matches.filter(lets).slice(0, 2));
  const [step, left, right] = [17, 250, 560];
  const seekers = axis(grouped([...new Set(best.map((m) => m.list.seeker))]), step);
  const partners = axis(grouped([...new Set(best.map((m) => m.pair.partner))]), step);
  const height = Math.max(seekers.length, partners.length) + 8;
  const shift = { left: (height - seekers.length) / 2, right: (height - partners.length) / 2 };
  const drawing = svg("svg", {
    viewBox: `0 0 820 ${height}`,
    width: 820,
    height,
    class: "network",
    role: "img",
    "aria-label": say("page-network"),
  });
  for (const match of best) {
    const from = shift.left + (seekers.at.get(match.list.seeker) ?? 0) + 8;
    const to = shift.right + (partners.at.get(match.pair.partner) ?? 0) + 8;
    const score = match.score / UNITS;
    const d = `M${left} ${from}C${left + 130} ${from} ${right - 130} ${to} ${right} ${to}`;
    const words = { seeker: match.seeker.name, partner: match.partner.name, score: shown(score * 100) };
    drawing.append(
      svg(
        "path",
        { d, "stroke-width": 0.6 + 4 * score * score, class: "edge" },
        svg("title", {}, say("page-map-cell", words)),
      ),
    );
  }
  for (const [at, y] of seekers.at) drawing.append(mapLabel(at, left - 8, shift.left + y + 12, "end", 0, 38));
  for (const [at, y] of partners.at)
    drawing.append(mapLabel(at, right + 8, shift.right + y + 12, "start", 0, 38));
  return drawing;
}

"use strict";
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const nodes = read("nodes"), edges = read("edges"), words = read("words"), options = read("options");
  const kinds = new Map(words.kinds.map((kind) => [kind.id, kind]));
  const at = (id) => document.getElementById(id);

  // Words of documents reach the page as text only: every element is made here, none is parsed from a string.
  const make = (tag, text, className) => {
    const element = document.createElement(tag);
    if (text !== undefined) element.textContent = text;
    if (className) element.className = className;
    return element;
  };
  const button = (text, action) => {
    const element = make("button", text);
    element.type = "button";
    element.addEventListener("click", action);
    return element;
  };

  // ---- facts by node
  const factsOf = nodes.map(() => []);
  words.facts.forEach((fact, n) => new Set(fact[1]).forEach((node) => factsOf[node].push(n)));
  const told = (fact) => [fact[2] && fact[2] + "年", fact[3]].filter(Boolean).join(" · ");
  const sentence = (fact) => fact[0] + "：" + fact[1].map((n) => nodes[n].name).join(" — ");
  for (const node of nodes) {
    const kind = kinds.get(node.group);
    const lines = factsOf[node.id].slice(0, 2).map((n) => {
      const fact = words.facts[n], quote = fact[4].length ? "\n    「" + fact[4][0][2].slice(0, 40) + "」" : "";
      return "· " + sentence(fact) + (told(fact) ? "（" + told(fact) + "）" : "") + quote;
    });
    const more = factsOf[node.id].length - lines.length;
    node.title = [node.name + "  " + kind.zh, ...lines, ...(more > 0 ? ["… 另有 " + more + " 条，点击查看"] : [])].join("\n");
  }

  // ---- picture
  const points = new vis.DataSet(nodes), lines = new vis.DataSet(edges);
  const picture = new vis.Network(at("picture"), { nodes: points, edges: lines }, options);
  picture.fit();

  const outline = (context) => {
    const scale = picture.getScale();
    for (const [, , x, y, radius, , shared] of words.discs) {
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fillStyle = shared ? "#eef6f1" : "#f3f6f9";
      context.fill();
      context.lineWidth = 1.5 / scale;
      context.strokeStyle = "#d5dde5";
      context.stroke();
    }
  };
  const caption = (context) => {
    const scale = picture.getScale();
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    const write = (text, x, y, size, color) => {
      context.font = "bold " + size / scale + "px sans-serif";
      context.lineWidth = 5 / scale;
      context.strokeStyle = "#fffffff2";
      context.strokeText(text, x, y);
      context.fillStyle = color;
      context.fillText(text, x, y);
    };
    const fade = Math.max(0, Math.min(1, (0.5 - scale) / 0.15));
    context.globalAlpha = fade;
    for (const [text, x, y, color, room] of words.captions) if (fade && scale * room > 105) write(text, x, y, 14, color);
    context.globalAlpha = 1;
    for (const [name, , x, y, radius] of words.discs)
      if (scale * radius > 40) write(name, x, y - radius + 4 / scale, 15, "#1d2530");
  };
  picture.on("beforeDrawing", outline);
  picture.on("afterDrawing", caption);

  // ---- what is chosen stands out, the rest steps back
  let dimmed = false;
  const emphasise = (id) => {
    if (id === undefined && !dimmed) return;
    dimmed = id !== undefined;
    const near = new Set(dimmed ? [id, ...edges.flatMap((e) => (e.from === id ? [e.to] : e.to === id ? [e.from] : []))] : []);
    points.update(nodes.map((node) => {
      const clear = !dimmed || near.has(node.id);
      return { id: node.id, opacity: clear ? 1 : 0.12, font: { ...node.font, color: clear ? "#222222" : "#22222222" } };
    }));
    lines.update(edges.map((edge) => ({ id: edge.id, hidden: dimmed && edge.from !== id && edge.to !== id })));
  };

  // ---- panel
  const show = (id, most = 100) => {
    const node = nodes[id], kind = kinds.get(node.group), about = at("about");
    about.replaceChildren(make("h3", node.name));
    const meta = [kind.zh + " " + kind.en, node.level, node.aliases.length ? "又称 " + node.aliases.join("、") : ""];
    about.append(make("div", meta.filter(Boolean).join(" · "), "meta"), make("div", node.key, "meta"));
    if (!factsOf[id].length) about.append(make("p", "报告只提到它，没有关于它的事实 / named only, no facts", "fact"));
    for (const n of factsOf[id].slice(0, most)) {
      const fact = words.facts[n], box = make("div", undefined, "fact");
      box.append(make("span", fact[0], "tag"));
      if (told(fact)) box.append(make("span", told(fact), "tag"));
      for (const figure of fact[6]) box.append(make("span", figure, "tag"));
      for (const other of fact[1]) if (other !== id) box.append(button(nodes[other].name, () => go(other)), " ");
      for (const [document, start, quote] of fact[4]) {
        const words_ = make("blockquote", quote), source = words.documents[document];
        if (source) words_.append(make("small", source[0] + "（" + source[1] + "，第 " + start + " 字起）"));
        box.append(words_);
      }
      if (fact[5] > fact[4].length) box.append(make("div", "共 " + fact[5] + " 处证据", "meta"));
      about.append(box);
    }
    const more = factsOf[id].length - most;
    if (more > 0) about.append(button("显示另外 " + more + " 条 / show " + more + " more", () => show(id, Infinity)));
    emphasise(id);
    at("panel").hidden = false;
    at("panel").scrollTop = 0;
  };
  const hide = () => { at("panel").hidden = true; picture.unselectAll(); emphasise(); };
  const go = (id) => {
    picture.selectNodes([id]);
    picture.focus(id, { scale: Math.max(0.8, picture.getScale()), offset: { x: -190, y: 0 } });
    show(id);
  };
  picture.on("click", (event) => (event.nodes.length ? show(event.nodes[0]) : hide()));
  at("close").addEventListener("click", hide);

  // ---- side
  const totals = words.totals;
  at("totals").append(
    totals.documents + " 份报告 · " + totals.entities + " 个实体 · " + totals.facts + " 条事实", make("br"),
    make("small", totals.documents + " reports · " + totals.entities + " entities · " + totals.facts + " facts"));
  if (totals.hiddenEntities || totals.hiddenLines)
    at("hidden").textContent = "图太大，只画出事实最多的部分：有 " + totals.hiddenEntities + " 个实体、" + totals.hiddenLines +
      " 条连线没有画出，见 entities.csv 与 facts.csv / Too large to draw whole: " + totals.hiddenEntities + " entities and " +
      totals.hiddenLines + " lines are left out.";

  const shapes = {
    dot: "M8 2a6 6 0 1 0 .01 0z", square: "M3 3h10v10H3z", diamond: "M8 1l6 7-6 7-6-7z", triangle: "M8 2l7 12H1z",
    triangleDown: "M8 14L1 2h14z", hexagon: "M4 2h8l4 6-4 6H4L0 8z",
    star: "M8 1l2 5h5l-4 3.2 1.6 5.3L8 11.4l-4.600 3.1L5 9.200 1 6h5z",
  };
  const mark = (kind) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    svg.setAttribute("viewBox", "0 0 16 16");
    path.setAttribute("d", shapes[kind.shape]);
    path.setAttribute("fill", kind.color);
    svg.append(path);
    return svg;
  };
  for (const kind of words.kinds) {
    if (!kind.count) continue;
    const toggle = button(undefined, () => {
      const on = toggle.getAttribute("aria-pressed") !== "true";
      toggle.setAttribute("aria-pressed", String(on));
      points.update(nodes.filter((node) => node.group === kind.id).map((node) => ({ id: node.id, hidden: !on })));
    });
    toggle.setAttribute("aria-pressed", "true");
    const name = make("span", kind.zh + " ");
    name.append(make("small", kind.en));
    toggle.append(mark(kind), name, make("span", String(kind.count), "count"));
    const item = make("li");
    item.append(toggle);
    at("kinds").append(item);
  }
  for (const [name, english, x, y, radius, count] of words.discs) {
    const item = make("li");
    const visit = button(undefined, () => {
      const room = at("picture"), scale = 0.46 * Math.min(room.clientWidth, room.clientHeight) / radius;
      picture.moveTo({ position: { x, y }, scale: Math.max(0.52, Math.min(1, scale)) }); // names show from 0.5 on
    });
    visit.append(make("span", english ? name + " / " + english : name), make("span", String(count), "count"));
    item.append(visit);
    at("regions").append(item);
  }

  // ---- search
  const search = at("search"), found = at("found");
  const look = () => {
    const wanted = search.value.trim().toLowerCase();
    const hits = wanted ? nodes.filter((n) => [n.name, ...n.aliases].some((name) => name.toLowerCase().includes(wanted))) : [];
    hits.sort((a, b) => factsOf[b.id].length - factsOf[a.id].length || a.id - b.id);
    found.replaceChildren(...hits.slice(0, 30).map((node) => {
      const item = make("li"), choose = button(undefined, () => go(node.id));
      choose.append(mark(kinds.get(node.group)), make("span", node.name));
      item.append(choose);
      return item;
    }));
    if (wanted && !hits.length) found.append(make("li", "没有找到 / nothing found", "meta"));
    return hits;
  };
  search.addEventListener("input", look);
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const hits = look();
    if (hits.length) go(hits[0].id);
  });
})();

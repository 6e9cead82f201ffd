// The graph of the page: rows of numbers as things with names. What `data.py` writes is told here, once.

/** @typedef {{n: number, id: string, zh: string, en: string, shape: string}} Kind */
/** @typedef {{n: number, id: string, zh: string, en: string, hub: Entity | null, x: number, y: number, radius: number, area: Area | null, hubX: number, hubY: number}} Group */
/** @typedef {{n: number, id: string, zh: string, en: string, parent: Area | null, x: number, y: number, radius: number}} Area a province or prefecture */
/** @typedef {{n: number, group: Group, kind: Kind, x: number, y: number, radius: number, members: Entity[]}} Cluster */
/**
 * @typedef {{n: number, key: string, title: string, file: string, group: Group, issuer: string, date: string,
 *   review: number[], plan: number[], url: string}} Report a document
 */
/**
 * @typedef {{n: number, key: string, kind: Kind, name: string, label: string, aliases: string[], group: Group, level: number,
 *   region: Entity | null, concept: string, x: number, y: number, attributes: Record<string, string>,
 *   facts: Fact[]}} Entity `level` is -1 where none is known
 */
/**
 * @typedef {{n: number, key: string, kind: Kind, ends: (Entity | null)[], year: number, status: number, confidence: number,
 *   places: number, documents: Report[], attributes: Record<string, string>}} Fact
 *   `year` is 0 and `status` -1 where none is known; `confidence` in hundredths; `ends` in the order of the kind's roles
 */
/**
 * @typedef {{n: number, key: string, what: string, qualifiers: string[], value: string, unit: string, region: Entity | null,
 *   about: Entity | null, year: number, status: number, confidence: number, documents: Report[]}} Figure
 */
/**
 * @typedef {{document: Report | null, start: number, end: number, quote: string, rule: string, confidence: number, marks: number[]}} Evidence
 *   `marks`: start and end in the quote of each piece that names an end of the fact
 */

export class Graph {
  /** @param {any} data rows @param {() => any} evidence gives the rows of evidence: read when first asked for, since they are many */
  constructor(data, evidence) {
    const kind = ([id, zh, en, shape], n) => ({ n, id, zh, en, shape });
    /** @type {Kind[]} */ this.kinds = data.kinds.map(kind);
    /** @type {Kind[]} */ this.factKinds = data.factKinds.map(kind);
    this.statuses = data.statuses.map(kind);
    this.levels = data.levels.map(([zh, en], n) => ({ n, zh, en }));
    this.attributes = data.attributes;
    /** Attribute to its values in words of both languages. */ this.values = data.values;
    /** Key of a concept to its names. @type {Record<string, [string, string]>} */ this.concepts = data.concepts;
    this.letters = data.letters;
    this.traditional = data.traditional;
    this.rules = data.rules;
    this._evidence = evidence;
    this._read = null;
    /** Evidence of what was added later. @type {Map<Fact | Figure, Evidence[]>} */ this._later = new Map();
    /** The graph of which this is a part, null where it is all. @type {{entities: number, facts: number, figures: number} | null} */
    this.whole = data.whole && { entities: data.whole[0], facts: data.whole[1], figures: data.whole[2] };

    /** @type {Entity[]} */
    this.entities = data.entities.map(([key, kind, name, label, aliases, , level, , concept, x, y, attributes], n) => (
      { n, key, kind: this.kinds[kind], name, label, aliases, level, concept, x, y, attributes, facts: [] }));
    const entity = (n) => (n < 0 ? null : this.entities[n]);
    /** @type {Group[]} */
    this.groups = data.groups.map(([id, zh, en, hub, x, y, radius, area, hubX, hubY], n) => (
      { n, id, zh, en, hub: entity(hub), x, y, radius, area, hubX, hubY }));
    /** @type {Area[]} */
    this.areas = data.areas.map(([id, zh, en, parent, x, y, radius], n) => ({ n, id, zh, en, parent, x, y, radius }));
    const area = (n) => (n < 0 ? null : this.areas[n]);
    for (const one of this.areas) one.parent = area(/** @type {any} */ (one.parent));
    for (const one of this.groups) one.area = area(/** @type {any} */ (one.area));
    /** What most regions share: shown by name in the middle, in no circle. @type {Entity[]} */
    this.stars = data.stars.map(entity);
    /** Half the width and half the height of the middle. @type {[number, number]} */
    this.middle = data.middle;
    data.entities.forEach(([, , , , , group, , region], n) => {
      this.entities[n].group = this.groups[group];
      this.entities[n].region = entity(region);
    });
    /** @type {Report[]} */
    this.documents = data.documents.map(([key, title, file, group, issuer, date, review, plan, url], n) => (
      { n, key, title, file, group: this.groups[group], issuer, date, review, plan, url }));
    const reports = (numbers) => numbers.map((n) => this.documents[n]);
    /** @type {Fact[]} */
    this.facts = data.facts.map(([key, kind, ends, year, status, confidence, places, documents, attributes], n) => (
      { n, key, kind: this.factKinds[kind], ends: ends.map(entity), year, status, confidence, places, documents: reports(documents), attributes }));
    for (const fact of this.facts) for (const end of new Set(fact.ends)) if (end) end.facts.push(fact);
    /** @type {Figure[]} */
    this.figures = data.figures.map(([key, what, qualifiers, value, unit, region, about, year, status, confidence, documents], n) => (
      { n, key, what, qualifiers, value, unit, region: entity(region), about: entity(about), year, status, confidence, documents: reports(documents) }));
    /** @type {Cluster[]} */
    this.clusters = data.clusters.map(([group, kind, x, y, radius], n) => (
      { n, group: this.groups[group], kind: this.kinds[kind], x, y, radius, members: [] }));
    const held = new Map(this.clusters.map((cluster) => [cluster.group.n + "/" + cluster.kind.n, cluster]));
    const stars = new Set(this.stars);
    for (const one of this.entities) if (!stars.has(one)) held.get(one.group.n + "/" + one.kind.n)?.members.push(one);
    for (const group of this.groups) if (group.hub) drop(held.get(group.n + "/" + group.hub.kind.n)?.members, group.hub);
    this.byKey = new Map(this.entities.map((one) => [one.key, one]));
    this.reportByKey = new Map(this.documents.map((report) => [report.key, report]));
    this.factByKey = new Map(this.facts.map((fact) => [fact.key, fact]));
    /** What the whole tells more of than is here. @type {Set<Entity>} */
    this.incomplete = new Set((data.whole?.[3] ?? []).map(entity));
  }

  /** How much is here: grows, never shrinks. */
  get size() {
    return this.entities.length + this.facts.length + this.figures.length;
  }

  /**
   * Adds what is not here yet from rows as those of the constructor; what is here stays the same thing. What is added stands
   * in no circle of the overview: it has no place in it.
   * @param {any} data @param {any} evidence
   */
  add(data, evidence) {
    const more = new Graph(data, () => evidence), known = new Map(), newcomers = [];
    const groups = new Map(this.groups.map((group) => [group.id, group]));
    for (const one of more.entities) {
      const here = this.byKey.get(one.key);
      known.set(one, here ?? one);
      if (here) { if (!more.incomplete.has(one)) this.incomplete.delete(here); continue; }
      newcomers.push(one);
      if (more.incomplete.has(one)) this.incomplete.add(one);
    }
    const same = (one) => (one ? known.get(one) : null);
    const reports = new Map(more.documents.map((report) => [report, this.reportByKey.get(report.key) ?? report]));
    const ourGroup = (group) => {
      if (!groups.has(group.id)) groups.set(group.id, Object.assign(group, { area: null, hub: same(group.hub) }));
      return groups.get(group.id);
    };
    for (const one of newcomers) {
      Object.assign(one, { n: this.entities.length, kind: this.kinds[one.kind.n], group: ourGroup(one.group), region: same(one.region), facts: [] });
      this.entities.push(one);
      this.byKey.set(one.key, one);
    }
    for (const report of more.documents) if (!this.reportByKey.has(report.key)) {
      Object.assign(report, { n: this.documents.length, group: ourGroup(report.group) });
      this.documents.push(report);
      this.reportByKey.set(report.key, report);
    }
    const told = (rows) => rows.map((one) => ({ ...one, document: one.document && reports.get(one.document) }));
    for (const fact of more.facts) {
      if (this.factByKey.has(fact.key)) continue;
      this._later.set(fact, told(more.evidenceOf(fact)));
      Object.assign(fact, { n: this.facts.length, kind: this.factKinds[fact.kind.n], ends: fact.ends.map(same), documents: fact.documents.map((one) => reports.get(one)) });
      this.facts.push(fact);
      this.factByKey.set(fact.key, fact);
      for (const end of new Set(fact.ends)) if (end) end.facts.push(fact);
    }
    const figures = new Set(this.figures.map((figure) => figure.key));
    for (const figure of more.figures) {
      if (figures.has(figure.key)) continue;
      this._later.set(figure, told(more.evidenceOfFigure(figure)));
      Object.assign(figure, { n: this.figures.length, region: same(figure.region), about: same(figure.about), documents: figure.documents.map((one) => reports.get(one)) });
      this.figures.push(figure);
    }
    for (const name of ["letters", "traditional", "concepts"]) this[name] = { ...more[name], ...this[name] };
  }

  /** @param {Fact} fact @returns {Evidence[]} */
  evidenceOf(fact) {
    return this._later.get(fact) ?? this._rows("facts", fact.n);
  }

  /** @param {Figure} figure @returns {Evidence[]} */
  evidenceOfFigure(figure) {
    return this._later.get(figure) ?? this._rows("figures", figure.n);
  }

  _rows(table, n) {
    this._read ??= this._evidence();
    return this._read[table][n].map(([document, start, end, quote, rule, confidence, marks]) => (
      { document: document < 0 ? null : this.documents[document], start, end, quote, rule: this.rules[rule], confidence, marks }));
  }

  /** The regions from the widest to the one given. @param {Entity | null} region @returns {Entity[]} */
  chainOf(region) {
    const chain = [];
    while (region && !chain.includes(region)) {
      chain.unshift(region);
      region = region.region;
    }
    return chain;
  }

  /** What a fact links with one of its ends. @param {Fact} fact @param {Entity} entity @returns {Entity[]} */
  others(fact, entity) {
    return /** @type {Entity[]} */ (fact.ends.filter((end) => end && end !== entity));
  }
}

function drop(list, item) {
  const place = list ? list.indexOf(item) : -1;
  if (place >= 0) list.splice(place, 1);
}

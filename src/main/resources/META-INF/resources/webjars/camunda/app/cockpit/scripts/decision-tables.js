/*
 * Pages of Cockpit for decision tables: "Handoff targets", and three of customers' cases. Each has
 * its table as it is, its versions, and the upload of another one. The server checks and says
 * everything; this shows it. Texts are set as text, never as HTML.
 */
const spanish = (navigator.languages?.[0] || navigator.language || '').toLowerCase().startsWith('es');

const ENGLISH = {
  cases: 'Case tables',
  first: 'The first row that fits counts; an empty cell fits all.',
  version: 'Version',
  packaged: 'came with the program',
  uploaded: (by) => `uploaded by ${by}`,
  otherwise: 'deployed by an administrator',
  since: (when) => `in use since ${when}`,
  any: 'any',
  not: (values) => `not ${values}`,
  or: ' or ',
  change: 'Change the table',
  how:
    'Download the table, change it in the Camunda Modeler, save it, and choose the file here. Nothing changes before you confirm.',
  download: 'Download the table',
  file: 'Changed table (.dmn)',
  preview: 'Preview',
  wrong: 'The file cannot be used. Nothing has been changed.',
  result: 'This is how the table would be',
  legend: 'Coloured rows are new or changed.',
  gone: (rows) => `No longer there: ${rows}.`,
  running: 'Open handoffs',
  none: 'No target of an open handoff would change.',
  some: (n) =>
    n === 1
      ? 'One target of an open handoff would be another:'
      : `${n} targets of open handoffs would be others:`,
  more: (n) => `and ${n} more`,
  keep: 'Open handoffs keep the targets that they have (usual).',
  apply: 'Change the targets of open handoffs, too. This goes on record.',
  note: 'Why does the table change? This stays on record.',
  confirm: 'Use this table',
  cancel: 'Cancel',
  done: (version) => `Version ${version} is in use.`,
  changed: (n) => (n === 1 ? 'One target of an open handoff was changed.' : `${n} targets of open handoffs were changed.`),
  history: 'Versions',
  when: 'When',
  who: 'Who',
  why: 'Why',
  open: 'Open handoffs',
  kept: 'kept their targets',
  failed: 'No answer. Check the connection and try again.',
  loading: 'One moment …',
};

const SPANISH = {
  cases: 'Tablas de casos',
  first: 'Cuenta la primera fila que encaja; una celda vacía vale para todo.',
  version: 'Versión',
  packaged: 'vino con el programa',
  uploaded: (by) => `la subió ${by}`,
  otherwise: 'la desplegó un administrador',
  since: (when) => `en uso desde el ${when}`,
  any: 'todos',
  not: (values) => `no ${values}`,
  or: ' o ',
  change: 'Cambiar la tabla',
  how:
    'Descarga la tabla, cámbiala en Camunda Modeler, guárdala y elige aquí el archivo. Nada cambia hasta que lo confirmes.',
  download: 'Descargar la tabla',
  file: 'Tabla cambiada (.dmn)',
  preview: 'Vista previa',
  wrong: 'El archivo no se puede usar. No se ha cambiado nada.',
  result: 'Así quedaría la tabla',
  legend: 'Las filas en color son nuevas o han cambiado.',
  gone: (rows) => `Ya no están: ${rows}.`,
  running: 'Encargos abiertos',
  none: 'No cambiaría ningún plazo de los encargos abiertos.',
  some: (n) =>
    n === 1
      ? 'Cambiaría un plazo de un encargo abierto:'
      : `Cambiarían ${n} plazos de encargos abiertos:`,
  more: (n) => `y ${n} más`,
  keep: 'Los encargos abiertos conservan los plazos que tienen (lo habitual).',
  apply: 'Cambiar también los plazos de los encargos abiertos. Queda registrado.',
  note: '¿Por qué cambia la tabla? Queda registrado.',
  confirm: 'Usar esta tabla',
  cancel: 'Cancelar',
  done: (version) => `La versión ${version} está en uso.`,
  changed: (n) => (n === 1 ? 'Se ha cambiado un plazo de un encargo abierto.' : `Se han cambiado ${n} plazos de encargos abiertos.`),
  history: 'Versiones',
  when: 'Cuándo',
  who: 'Quién',
  why: 'Por qué',
  open: 'Encargos abiertos',
  kept: 'conservaron sus plazos',
  failed: 'No hay respuesta. Comprueba la conexión e inténtalo otra vez.',
  loading: 'Un momento…',
};

const say = spanish ? SPANISH : ENGLISH;
const decisions = `${location.pathname.split('/app/')[0]}/api/decisions/`;

/*
 * The pages, each by its path. Of what is open already, only handoffs can be changed with the table;
 * "rest" says what becomes of the rest.
 */
const PAGES = {
  'handoff-targets': {
    key: 'handoff-clocks',
    title: spanish ? 'Plazos de encargos' : 'Handoff targets',
    intro: spanish
      ? 'Cuánto tiempo tienen los departamentos para un encargo, en tiempo de trabajo.'
      : 'How long departments have for a handoff, in working time.',
  },
  'news-cadence': {
    key: 'update-cadence',
    ofCases: true,
    title: spanish ? 'Ritmo de noticias' : 'News cadence',
    intro: spanish
      ? 'Cada cuánto tiene noticias un cliente con un caso abierto, en cuánto tiempo se le contesta y en cuánto se averigua lo que no se sabe, en tiempo de trabajo del responsable.'
      : 'How soon a customer with an open case hears from us, gets an answer, and what is not known is found out, in working time of the owner.',
    rest: spanish
      ? 'Los casos abiertos conservan su ritmo, salvo que cambie su prioridad o se vuelvan a abrir.'
      : 'Open cases keep their cadence unless their priority changes or they are opened again.',
  },
  'goodwill-limits': {
    key: 'goodwill-limit',
    ofCases: true,
    title: spanish ? 'Límites de compensación' : 'Goodwill limits',
    intro: spanish
      ? 'Hasta qué suma puede una persona dar una compensación sin preguntar.'
      : 'Up to which sum a person grants goodwill without asking.',
    rest: spanish
      ? 'Las compensaciones ya ofrecidas se quedan como están.'
      : 'Goodwill that was offered already stays as it is.',
  },
  'legal-deadlines': {
    key: 'complaint-deadlines',
    ofCases: true,
    title: spanish ? 'Plazos legales' : 'Legal deadlines',
    intro: spanish
      ? 'En cuánto tiempo la ley obliga a resolver una reclamación o a contestar.'
      : 'How soon the law wants complaints resolved and answered.',
    rest: spanish
      ? 'Los casos abiertos conservan sus plazos.'
      : 'Open cases keep their deadlines.',
  },
};

/** An element with attributes and children; texts are children, too. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes || {}).forEach(([key, value]) => {
    if (key.startsWith('on')) {
      made.addEventListener(key.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(key, value === true ? '' : value);
    }
  });
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** Each load of a page makes another token: it is read when it is sent. */
function token() {
  const found = document.cookie.match(/(?:^|;\s*)XSRF-TOKEN=([^;]*)/);
  return found ? decodeURIComponent(found[1]) : '';
}

/** The server's answer, or an error with a sentence for the reader. */
async function ask(address, body) {
  let answer;
  try {
    answer = await fetch(address, {
      method: body ? 'POST' : 'GET',
      body,
      headers: {
        Accept: 'application/json',
        'Accept-Language': spanish ? 'es' : 'en',
        ...(body ? {'X-XSRF-TOKEN': token()} : {}),
      },
    });
  } catch {
    throw new Error(say.failed);
  }
  if (answer.status === 401) {
    location.hash = '#/login';
  }
  const content = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Error(content.message || content.detail || say.failed);
  }
  return content;
}

function moment(time) {
  return new Date(time).toLocaleString(spanish ? 'es' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
}

function cell(test) {
  const values = [...test.values].sort().join(say.or);
  if (values === '') {
    return element('span', {class: 'text-muted'}, say.any);
  }
  return test.allBut ? say.not(values) : values;
}

/** The cells of a row as one text, to compare rows. */
function print(row) {
  return JSON.stringify([
    row.inputs.map((test) => [test.allBut, [...test.values].sort()]),
    row.outputs,
  ]);
}

/** @param before the table before, of which equal rows are not coloured */
function tableOf(table, before) {
  const known = new Set((before ? before.rows : table.rows).map(print));
  return element(
    'div',
    {class: 'table-responsive'},
    element(
      'table',
      {class: 'table table-condensed table-hover'},
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          element('th', {}, '#'),
          ...table.inputs.map((text) => element('th', {}, text)),
          ...table.outputs.map((text) => element('th', {}, text))
        )
      ),
      element(
        'tbody',
        {},
        ...table.rows.map((row) =>
          element(
            'tr',
            {class: known.has(print(row)) ? null : 'info'},
            element('td', {}, String(row.number)),
            ...row.inputs.map((test) => element('td', {}, cell(test))),
            ...row.outputs.map((text) => element('td', {}, text))
          )
        )
      )
    )
  );
}

function origin(version) {
  if (version.upload) {
    return say.uploaded(version.uploadedBy);
  }
  return version.packaged ? say.packaged : say.otherwise;
}

/** @param withOpen whether a version says what became of open handoffs */
function historyOf(table, withOpen) {
  return element(
    'div',
    {class: 'table-responsive'},
    element(
      'table',
      {class: 'table table-condensed'},
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          ...[say.version, say.when, say.who, say.why, ...(withOpen ? [say.open] : [])].map((text) =>
            element('th', {}, text)
          )
        )
      ),
      element(
        'tbody',
        {},
        ...table.versions.map((version) =>
          element(
            'tr',
            {},
            element('td', {}, String(version.version)),
            element('td', {}, moment(version.deployedAt)),
            element('td', {}, origin(version)),
            element('td', {}, version.upload ? version.upload.note : ''),
            withOpen ? element('td', {}, openHandoffs(version.upload)) : null
          )
        )
      )
    )
  );
}

function openHandoffs(upload) {
  if (!upload) {
    return '';
  }
  return upload.applied ? say.changed(upload.changed) : say.kept;
}

function alertOf(kind, ...children) {
  return element('div', {class: `alert alert-${kind}`, role: kind === 'success' ? 'status' : 'alert'}, ...children);
}

function list(texts) {
  return element('ul', {}, ...texts.map((text) => element('li', {}, text)));
}

class Page {
  /** @param path its name in PAGES */
  constructor(node, path) {
    this.path = path;
    this.about = PAGES[path];
    this.address = decisions + this.about.key;
    this.main = element('main', {id: path, style: 'padding: 20px 30px 70px; background: #fff'});
    node.append(this.main);
  }

  async load(message) {
    this.main.replaceChildren(element('p', {}, say.loading));
    try {
      this.table = await ask(this.address);
    } catch (error) {
      this.main.replaceChildren(alertOf('danger', error.message));
      return;
    }
    const current = this.table.versions[0];
    this.upload = element('div', {});
    this.main.replaceChildren(
      ...(this.about.ofCases ? [tabs(this.path)] : []),
      element('h1', {style: 'margin-top: 0'}, this.about.title),
      ...(message ? [alertOf('success', message)] : []),
      element('p', {}, `${this.about.intro} ${say.first}`),
      element(
        'p',
        {},
        element('strong', {}, `${say.version} ${current.version}`),
        `, ${origin(current)}, ${say.since(moment(current.deployedAt))}`
      ),
      tableOf(this.table),
      element('h2', {}, say.change),
      element('p', {}, say.how),
      this.upload,
      element('h2', {}, say.history),
      historyOf(this.table, !this.about.ofCases)
    );
    this.choose();
  }

  choose(...above) {
    const file = element('input', {
      type: 'file',
      id: `${this.path}-file`,
      accept: '.dmn,.xml',
      onchange: () => (button.disabled = !file.files.length),
    });
    const button = element(
      'button',
      {type: 'button', class: 'btn btn-primary', disabled: true, onclick: () => this.preview(file.files[0], button)},
      say.preview
    );
    this.upload.replaceChildren(
      ...above,
      element(
        'p',
        {},
        element('a', {class: 'btn btn-default', href: `${this.address}/file`, download: `${this.about.key}.dmn`}, say.download)
      ),
      element(
        'div',
        {class: 'form-group'},
        element('label', {for: `${this.path}-file`}, say.file),
        file
      ),
      element('p', {}, button)
    );
  }

  async preview(file, button) {
    button.disabled = true;
    const body = new FormData();
    // Read once: what is uploaded is what was previewed, also when the file changes meanwhile.
    const content = new Blob([await file.arrayBuffer()]);
    body.append('file', content, `${this.about.key}.dmn`);
    try {
      const preview = await ask(`${this.address}/preview`, body);
      if (preview.faults.length) {
        this.choose(alertOf('danger', element('p', {}, say.wrong), list(preview.faults)));
      } else {
        this.decide(preview, content);
      }
    } catch (error) {
      this.choose(alertOf('danger', error.message));
    }
    this.upload.scrollIntoView({block: 'start'});
  }

  decide(preview, content) {
    const names = new Set(preview.table.rows.map((row) => row.outputs[0]));
    const gone = this.table.rows.map((row) => row.outputs[0]).filter((name) => !names.has(name));
    const note = element('textarea', {
      id: `${this.path}-note`,
      class: 'form-control',
      rows: 2,
      maxlength: 1000,
      oninput: () => (confirm.disabled = note.value.trim() === ''),
    });
    const apply = element('input', {type: 'radio', name: `${this.path}-open`});
    const keep = element('input', {type: 'radio', name: `${this.path}-open`, checked: true});
    const problem = element('div', {});
    const confirm = element(
      'button',
      {
        type: 'button',
        class: 'btn btn-primary',
        disabled: true,
        onclick: () => this.confirm({preview, content, note: note.value, apply: apply.checked}, confirm, problem),
      },
      say.confirm
    );
    this.upload.replaceChildren(
      element('h3', {}, say.result),
      element('p', {class: 'text-muted'}, say.legend, ...(gone.length ? [' ', say.gone(gone.join('; '))] : [])),
      tableOf(preview.table, this.table),
      ...(this.about.ofCases ? [] : [element('h3', {}, say.running)]),
      ...this.effects(preview),
      ...(preview.changes
        ? [
            element('div', {class: 'radio'}, element('label', {}, keep, say.keep)),
            element('div', {class: 'radio'}, element('label', {}, apply, say.apply)),
          ]
        : []),
      element(
        'div',
        {class: 'form-group', style: 'max-width: 700px'},
        element('label', {for: `${this.path}-note`}, say.note),
        note
      ),
      problem,
      element(
        'p',
        {},
        confirm,
        ' ',
        element('button', {type: 'button', class: 'btn btn-default', onclick: () => this.choose()}, say.cancel)
      )
    );
  }

  effects(preview) {
    if (this.about.rest) {
      return [element('p', {}, this.about.rest)];
    }
    if (!preview.changes) {
      return [element('p', {}, say.none)];
    }
    const rest = preview.changes - preview.lines.length;
    return [
      element('p', {}, say.some(preview.changes)),
      list([
        ...preview.lines.map((line) => `${line.subject}: ${line.change}`),
        ...(rest > 0 ? [say.more(rest)] : []),
      ]),
    ];
  }

  async confirm(decision, button, problem) {
    button.disabled = true;
    const body = new FormData();
    body.append('file', decision.content, `${this.about.key}.dmn`);
    body.append('sha256', decision.preview.sha256);
    body.append('basedOn', decision.preview.basedOn);
    body.append('note', decision.note);
    body.append('apply', decision.apply);
    try {
      const upload = await ask(this.address, body);
      await this.load(
        say.done(upload.version) + (upload.applied ? ` ${say.changed(upload.changed)}` : '')
      );
      this.main.scrollIntoView();
    } catch (error) {
      problem.replaceChildren(alertOf('danger', error.message));
      button.disabled = false;
    }
  }
}

/** The pages of cases beside each other. */
function tabs(current) {
  return element(
    'ul',
    {class: 'nav nav-tabs', style: 'margin-bottom: 20px'},
    ...Object.entries(PAGES)
      .filter(([, page]) => page.ofCases)
      .map(([path, page]) =>
        element(
          'li',
          {class: path === current ? 'active' : null},
          element('a', {href: `#/${path}`, 'aria-current': path === current ? 'page' : null}, page.title)
        )
      )
  );
}

function navigation(path, title, priority) {
  return {
    id: `customer-focus.${path}.navigation`,
    pluginPoint: 'cockpit.navigation',
    priority,
    render: (node) => {
      node.append(element('a', {href: `#/${path}`}, title));
    },
  };
}

export default [
  ...Object.keys(PAGES).map((path) => ({
    id: `customer-focus.${path}`,
    pluginPoint: 'cockpit.route',
    priority: 1,
    properties: {path: `/${path}`},
    render: (node) => {
      new Page(node, path).load();
    },
  })),
  navigation('handoff-targets', PAGES['handoff-targets'].title, 50),
  navigation('news-cadence', say.cases, 49),
];

'use strict';
(function () {
  const data = JSON.parse(document.getElementById('data').textContent);
  const STEP = 200;
  const order = data.verdicts.map(v => v.name);
  const words = {}, sign = {};
  data.verdicts.forEach(v => { words[v.name] = v.words; sign[v.name] = v.sign; });
  const number = (key, title) => ({ key: key, title: title, isNumber: true });
  const columns = [];
  if (data.recording) {
    columns.push(number('share', 'share'), number('ownShare', 'own'));
    data.cores.forEach(c => columns.push({ key: 'x' + c, title: 'x' + c, isNumber: true, cores: c }));
  }
  columns.push({ key: 'verdict', title: 'verdict' }, { key: 'place', title: 'place' }, { key: 'where', title: 'method' },
      { key: 'what', title: 'what to write, or why not' });

  data.loops.forEach((loop, k) => {
    loop.at = k;
    loop.place = loop.file.substring(loop.file.lastIndexOf('/') + 1) + ':' + loop.line;
    loop.what = loop.write ? loop.write : loop.reasons.length ? loop.reasons[0].text.split('\n')[0] : loop.loop;
    loop.isOpen = false;
    loop.text = [loop.file, loop['in'], loop.loop, loop.rests, words[loop.verdict], codeOf(loop).map(l => l.text).join('\n')]
        .concat(loop.reasons.map(r => r.text)).join('\n').toLowerCase();
  });

  const state = { sort: null, isUp: true, limit: STEP };
  const head = document.querySelector('#loops thead tr');
  const body = document.querySelector('#loops tbody');
  const search = document.getElementById('search');
  const inside = document.getElementById('inside');

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function value(loop, column) {
    if (column.cores) return loop.gains[column.cores];
    if (column.key === 'verdict') return order.indexOf(loop.verdict);
    return loop[column.key];
  }

  function compare(a, b, column) {
    if (column.key === 'place') {
      return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line;
    }
    const x = value(a, column), y = value(b, column);
    return x < y ? -1 : x > y ? 1 : 0;
  }

  function listed() {
    const wanted = {};
    document.querySelectorAll('input[name=verdict]').forEach(box => { wanted[box.value] = box.checked; });
    const needles = search.value.toLowerCase().split(/\s+/).filter(n => n);
    const found = data.loops.filter(loop => wanted[loop.verdict]
        && (inside.checked || !loop.insideParallel)
        && needles.every(n => loop.text.indexOf(n) >= 0));
    if (state.sort) {
      const way = state.isUp ? 1 : -1;
      found.sort((a, b) => way * compare(a, b, state.sort) || a.at - b.at);
    }
    return found;
  }

  function codeOf(loop) {
    const pieces = data.sources[loop.file] || [];
    const lines = [];
    const last = Math.min(loop.lastLine, loop.line + data.longest - 1);
    pieces.forEach(piece => {
      for (let k = 0; k < piece.lines.length; k++) {
        const nr = piece.first + k;
        if (nr >= loop.line && nr <= last) lines.push({ nr: nr, text: piece.lines[k] });
      }
    });
    return lines;
  }

  function codeLine(loop, line) {
    const row = element('span', line.nr === loop.line ? 'header' : '');
    row.appendChild(element('span', 'nr', line.nr));
    let at = 0;
    const here = loop.marks.filter(m => m.line === line.nr).sort((a, b) => a.start - b.start || b.end - a.end);
    here.forEach(m => {
      if (m.start < at) return;
      const isSame = kind => here.some(o => o.kind === kind && o.start === m.start && o.end === m.end);
      const kind = isSame('write') ? 'write' : isSame('read') ? 'read' : 'place';
      row.appendChild(document.createTextNode(line.text.substring(at, m.start)));
      const mark = element('mark', kind, line.text.substring(m.start, m.end));
      mark.title = m.title;
      const letters = (isSame('read') ? 'R' : '') + (isSame('write') ? 'W' : '');
      if (letters) mark.appendChild(element('sup', '', letters));
      row.appendChild(mark);
      at = m.end;
    });
    row.appendChild(document.createTextNode(line.text.substring(at) + '\n'));
    return row;
  }

  function detail(loop) {
    const row = element('tr', 'detail');
    const cell = element('td');
    cell.colSpan = columns.length;
    cell.appendChild(element('div', '', loop.file + ':' + loop.line + ', lines ' + loop.line + ' to ' + loop.lastLine));
    if (loop.write) cell.appendChild(element('pre', 'code', loop.write));
    if (loop.rests) cell.appendChild(element('pre', 'text good', loop.rests));
    loop.reasons.forEach(r => cell.appendChild(element('pre', 'text', r.text)));
    const lines = codeOf(loop);
    if (lines.length) {
      const code = element('pre', 'code');
      lines.forEach(line => code.appendChild(codeLine(loop, line)));
      if (loop.lastLine > lines[lines.length - 1].nr) code.appendChild(document.createTextNode('...'));
      cell.appendChild(code);
    }
    row.appendChild(cell);
    return row;
  }

  function cellOf(loop, column) {
    const cell = element('td', column.isNumber ? 'number' : column.key);
    if (column.key === 'share' || column.key === 'ownShare') {
      cell.textContent = (100 * loop[column.key]).toFixed(1) + ' %';
      if (column.key === 'share') {
        const bar = element('span', 'bar');
        bar.style.width = (100 * loop.share).toFixed(1) + '%';
        cell.appendChild(bar);
      }
    } else if (column.cores) {
      cell.textContent = loop.gains[column.cores].toFixed(2);
    } else if (column.key === 'verdict') {
      const signed = element('span', 'sign', sign[loop.verdict]);
      signed.setAttribute('aria-hidden', 'true');
      cell.appendChild(signed);
      cell.appendChild(document.createTextNode(' ' + words[loop.verdict]));
    } else if (column.key === 'place') {
      const button = element('button', '', loop.place);
      button.type = 'button';
      button.title = loop.file;
      button.setAttribute('aria-expanded', loop.isOpen);
      button.addEventListener('click', () => { loop.isOpen = !loop.isOpen; show(); });
      cell.appendChild(button);
    } else if (column.key === 'where') {
      cell.textContent = loop.where;
      cell.title = loop['in'];
    } else if (column.key === 'what' && loop.write) {
      cell.appendChild(element('code', '', loop.write));
    } else {
      cell.textContent = loop[column.key];
    }
    return cell;
  }

  function show() {
    const found = listed();
    const rows = document.createDocumentFragment();
    found.slice(0, state.limit).forEach(loop => {
      const row = element('tr', loop.verdict);
      columns.forEach(column => row.appendChild(cellOf(loop, column)));
      rows.appendChild(row);
      if (loop.isOpen) rows.appendChild(detail(loop));
    });
    body.textContent = '';
    body.appendChild(rows);
    document.getElementById('shown').textContent = found.length + ' of ' + data.loops.length + ' loops'
        + (found.length > state.limit ? ', the first ' + state.limit + ' listed' : '');
    document.getElementById('more').hidden = found.length <= state.limit;
    columns.forEach(column => {
      if (state.sort === column) column.head.setAttribute('aria-sort', state.isUp ? 'ascending' : 'descending');
      else column.head.removeAttribute('aria-sort');
    });
  }

  columns.forEach(column => {
    const th = element('th', column.isNumber ? 'number' : '');
    th.scope = 'col';
    const button = element('button', '', column.title);
    button.type = 'button';
    button.addEventListener('click', () => {
      state.isUp = state.sort === column ? !state.isUp : !column.isNumber;
      state.sort = column;
      show();
    });
    th.appendChild(button);
    head.appendChild(th);
    column.head = th;
  });
  const again = () => { state.limit = STEP; show(); };
  search.addEventListener('input', again);
  inside.addEventListener('change', again);
  document.querySelectorAll('input[name=verdict]').forEach(box => box.addEventListener('change', again));
  document.getElementById('controls').addEventListener('submit', e => e.preventDefault());
  document.getElementById('more').addEventListener('click', () => { state.limit += STEP; show(); });
  document.getElementById('open').addEventListener('click', () => {
    listed().slice(0, state.limit).forEach(l => { l.isOpen = true; });
    show();
  });
  document.getElementById('close').addEventListener('click', () => {
    data.loops.forEach(l => { l.isOpen = false; });
    show();
  });
  show();
})();

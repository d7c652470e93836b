// Zhongshu: small conveniences over plain pages; every page works without them.
(() => {
  'use strict';
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const typing = (el) => el && (el.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName));

  // Keys: / searches, g then a letter goes to a page, ? lists the keys.
  const places = { d: ['/', '工作台'], s: ['/incoming', '收文台账'], r: ['/incoming/register', '收文登记'], c: ['/search', '查询'], n: ['/notices', '通知'], w: ['/me', '我的账号'] };
  // Only what this person's menu leads to.
  for (const [key, [href]] of Object.entries(places)) if (!document.querySelector(`a[href="${href}"], form[action="${href}"]`)) delete places[key];
  let waitsForPlace = 0;
  const findings = all('ol[data-findings] > li');
  const findingKeys = [['j', '下一处问题'], ['k', '上一处问题'], ['a', '采纳'], ['i', '忽略，填理由'], ['u', '恢复']];
  const keyRows = () => [['/', '到搜索框'], ['?', '列出快捷键'], ['Esc', '收起菜单、对话框'], ...Object.entries(places).map(([key, [, title]]) => ['g ' + key, title]), ...(findings.length ? findingKeys : [])];

  function showKeys() {
    let dialog = document.querySelector('dialog.keys');
    if (!dialog) {
      dialog = document.createElement('dialog');
      dialog.className = 'keys';
      const head = document.createElement('h2');
      head.textContent = '快捷键';
      const table = document.createElement('table');
      table.className = 'table';
      for (const [key, title] of keyRows()) {
        const row = table.insertRow();
        const cell = row.insertCell();
        key.split(' ').forEach((part, i) => {
          if (i) cell.append(' 再按 ');
          const kbd = document.createElement('kbd');
          kbd.textContent = part;
          cell.append(kbd);
        });
        row.insertCell().textContent = title;
      }
      const close = document.createElement('button');
      close.className = 'btn';
      close.textContent = '关闭';
      close.onclick = () => dialog.close();
      dialog.append(head, table, close);
      document.body.append(dialog);
    }
    if (dialog.showModal) dialog.showModal();
  }

  // The findings of a proof: the one at hand is marked in the list and in the text.
  let atFinding = findings.findIndex((li) => '#f' + li.id.slice(1) === location.hash || '#t' + li.id.slice(1) === location.hash);
  function toFinding(index) {
    atFinding = Math.max(0, Math.min(findings.length - 1, index));
    const item = findings[atFinding], place = document.getElementById('t' + item.id.slice(1));
    all('.finding.here, .mark.here').forEach((el) => el.classList.remove('here'));
    [place, item].forEach((el) => { if (el) { el.classList.add('here'); el.scrollIntoView({ block: 'center' }); } });
    item.querySelector('a').focus({ preventScroll: true });
  }
  function atHand(key) {
    const one = findings[atFinding] && findings[atFinding].querySelector('[data-key="' + key + '"]');
    if (!one) return;
    one.click();
    const reason = key === 'i' && one.parentElement.querySelector('input[name="Reason"]');
    if (reason) reason.focus();
  }

  document.addEventListener('keydown', (e) => {
    if (e.key === 'Escape') all('details.menu[open], details.drawer[open], details.confirm[open]').forEach((d) => { d.open = false; d.querySelector('summary').focus(); });
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || typing(document.activeElement)) return;
    const goes = Date.now() - waitsForPlace < 1500 && places[e.key];
    waitsForPlace = 0;
    if (goes) { e.preventDefault(); location.href = goes[0]; }
    else if (e.key === 'g') waitsForPlace = Date.now();
    else if (e.key === '/') { const box = document.querySelector('[data-search]'); if (box) { e.preventDefault(); box.focus(); box.select(); } }
    else if (e.key === '?') { e.preventDefault(); showKeys(); }
    else if (findings.length && (e.key === 'j' || e.key === 'k')) { e.preventDefault(); toFinding(atFinding + (e.key === 'j' ? 1 : -1)); }
    else if (findings.length && 'aiu'.includes(e.key)) { e.preventDefault(); atHand(e.key); }
  });

  // One open menu at a time; a click elsewhere closes it.
  document.addEventListener('click', (e) => {
    all('details.menu[open], details.drawer[open], details.confirm[open]').forEach((d) => { if (!d.contains(e.target)) d.open = false; });
    const fill = e.target.closest('[data-fill-login]');
    if (fill) {
      const login = document.getElementById('login'), password = document.getElementById('password');
      if (login && password) {
        e.preventDefault();
        login.value = fill.dataset.fillLogin;
        password.value = fill.dataset.fillPassword;
        login.form.querySelector('button').focus();
      }
    }
  });

  // Enter moves on to the next field in registration forms; in the last one it submits.
  document.addEventListener('keydown', (e) => {
    const form = e.key === 'Enter' && !e.isComposing && e.target.closest('form[data-enter-moves]');
    if (!form || e.target.tagName === 'TEXTAREA' || e.target.tagName === 'BUTTON' || e.target.type === 'submit') return;
    const fields = all('input, select, textarea, button', form).filter((f) => f.type !== 'hidden' && !f.disabled && f.offsetParent !== null && !f.closest('details:not([open])'));
    const next = fields[fields.indexOf(e.target) + 1];
    if (next) { e.preventDefault(); next.focus(); if (next.select) next.select(); }
  });

  // 番茄: a spell is timed here and counted when it is over; a second press gives up. Without script the button counts at once.
  document.addEventListener('click', (e) => {
    const button = e.target.closest('button[data-spell]');
    if (!button || button.dataset.over) return;
    e.preventDefault();
    if (button.dataset.timer) { clearInterval(Number(button.dataset.timer)); delete button.dataset.timer; button.textContent = '开始番茄'; return; }
    const ends = Date.now() + Number(button.dataset.spell) * 60000;
    const tick = () => {
      const left = Math.ceil((ends - Date.now()) / 1000);
      if (left <= 0) { clearInterval(Number(button.dataset.timer)); button.dataset.over = '1'; button.click(); return; }
      button.textContent = Math.floor(left / 60) + ':' + String(left % 60).padStart(2, '0') + ' 停';
    };
    button.dataset.timer = String(setInterval(tick, 1000));
    tick();
  });
  all('button[data-spell]').forEach((b) => { b.textContent = '开始番茄'; });

  // Drafts: a form marked data-keep="key" is kept in this browser until it is sent, and offered back.
  const kept = (form) => 'zs-keep:' + form.dataset.keep;
  const keepable = (form) => all('input[name], select[name], textarea[name]', form).filter((f) => !/^(hidden|password|file|submit)$/.test(f.type));
  const read = (form) => keepable(form).map((f) => [f.name, f.type === 'checkbox' || f.type === 'radio' ? (f.checked ? f.value : null) : f.value]);
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  function write(form, values) {
    const left = values.slice();
    for (const field of keepable(form)) {
      const at = left.findIndex(([name]) => name === field.name);
      if (at < 0) continue;
      const [, value] = left.splice(at, 1)[0];
      if (field.type === 'checkbox' || field.type === 'radio') field.checked = value !== null && value === field.value;
      else if (value !== null) field.value = value;
    }
  }
  function store(key, value) { try { value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value); } catch { /* a browser that keeps nothing */ } }
  function stored(key) { try { return localStorage.getItem(key); } catch { return null; } }

  // The draft goes only when the form was taken: the next page does not show the same form with its errors again.
  const sent = sessionStorage.getItem('zs-sent');
  if (sent) {
    sessionStorage.removeItem('zs-sent');
    const again = all('form[data-keep]').find((f) => kept(f) === sent && f.querySelector('.field-error, .has-error'));
    const failed = again || document.querySelector('.refusal, .problem, #sign-in, main > .callout.danger');
    if (!failed) store(sent, null);
  }
  // A refused form shows what was sent, perhaps with a question more or a blank less: then there is nothing to offer back.
  const bare = (value) => value.replace(/\s+/g, ' ').trim();
  const shows = (form, values) => values.every(([name, value]) => value === null || bare(value) === '' || form.some(([n, v]) => n === name && v !== null && bare(v) === bare(value)));

  all('form[data-keep]').forEach((form) => {
    const before = read(form), key = kept(form), again = key === sent;
    const text = stored(key);
    if (text) {
      const draft = JSON.parse(text);
      if (!(again ? shows(before, draft.values) : same(draft.values, before))) {
        const bar = document.createElement('div');
        bar.className = 'callout info';
        const words = document.createElement('div');
        words.textContent = '有一份未提交的草稿（' + new Date(draft.at).toLocaleString('zh-CN', { hour12: false }) + '）。';
        const take = document.createElement('button'), drop = document.createElement('button');
        take.type = drop.type = 'button';
        take.className = drop.className = 'btn-link';
        take.textContent = '恢复草稿';
        drop.textContent = '丢弃';
        take.onclick = () => { write(form, draft.values); bar.remove(); };
        drop.onclick = () => { store(key, null); bar.remove(); };
        words.append(take, ' ', drop);
        bar.append(words);
        form.prepend(bar);
      }
    }
    let timer = 0;
    form.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => { const now = read(form); store(key, same(now, before) && !again ? null : JSON.stringify({ at: Date.now(), values: now })); }, 800);
    });
    form.addEventListener('submit', () => { clearTimeout(timer); sessionStorage.setItem('zs-sent', key); store(key, JSON.stringify({ at: Date.now(), values: read(form) })); });
  });

  // A second click while the first is on its way does nothing.
  document.addEventListener('submit', (e) => {
    const form = e.target;
    if (form.method !== 'post') return;
    if (form.dataset.sent) { e.preventDefault(); return; }
    form.dataset.sent = '1';
    setTimeout(() => all('button', form).forEach((b) => b.classList.add('busy')), 0);
    setTimeout(() => { delete form.dataset.sent; all('button', form).forEach((b) => b.classList.remove('busy')); }, 8000);
  });
  window.addEventListener('pageshow', () => all('form[data-sent]').forEach((f) => { delete f.dataset.sent; all('button', f).forEach((b) => b.classList.remove('busy')); }));

  // Files dropped on a FileDrop.
  all('[data-file-drop]').forEach((zone) => {
    const input = zone.querySelector('input[type=file]'), names = zone.querySelector('[data-file-names]');
    // The browser's own button speaks the browser's language; ours speaks the page's.
    if (input.id) {
      const pick = document.createElement('label');
      pick.className = 'btn';
      pick.htmlFor = input.id;
      pick.textContent = '选择文件';
      input.after(pick);
      zone.classList.add('picks');
    }
    const tell = () => { if (input.files.length) names.textContent = '已选' + input.files.length + '个：' + Array.from(input.files).map((f) => f.name).join('、'); };
    input.addEventListener('change', tell);
    ['dragenter', 'dragover'].forEach((type) => zone.addEventListener(type, (e) => { e.preventDefault(); zone.classList.add('over'); }));
    ['dragleave', 'drop'].forEach((type) => zone.addEventListener(type, () => zone.classList.remove('over')));
    zone.addEventListener('drop', (e) => { e.preventDefault(); if (e.dataTransfer.files.length) { input.files = e.dataTransfer.files; input.dispatchEvent(new Event('change', { bubbles: true })); } });
  });

  // A common phrase goes into the opinion where the cursor stands.
  all('[data-insert]').forEach((b) => b.addEventListener('click', () => {
    const field = document.getElementById(b.dataset.insert);
    if (!field) return;
    field.setRangeText(b.textContent, field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
  }));

  // The box in a table's head ticks all of its name.
  all('[data-check-all]').forEach((head) => head.addEventListener('change', () =>
    all(`input[type=checkbox][name="${head.dataset.checkAll}"]:not(:disabled)`).forEach((box) => { box.checked = head.checked; })));

  // Tables on a narrow screen (the style sheet decides when): each cell learns the name of its column, the row's link leads.
  all('.table-box table').forEach((table) => {
    const rows = all('thead tr', table);
    if (rows.length !== 1) return;
    const names = Array.from(rows[0].cells).map((th) => th.textContent.trim());
    table.classList.add('stacks');
    all('tbody tr', table).forEach((row) => {
      const cells = Array.from(row.cells);
      if (cells.length !== names.length) return;
      if (!row.querySelector('.lead')) { const lead = cells.find((c) => c.querySelector('a')); if (lead) lead.classList.add('lead'); }
      cells.forEach((cell, i) => { if (!cell.textContent.trim() && !cell.querySelector('input, select, button, svg')) cell.classList.add('bare'); else if (names[i] && !cell.querySelector('button, form')) cell.dataset.label = names[i]; });
    });
  });
  // What scrolls sideways can be scrolled by key.
  all('.table-box').forEach((box) => { if (box.scrollWidth > box.clientWidth) box.tabIndex = 0; });

  // Whoever signs in next on this phone does not find what the one before put away (visit.js).
  if (document.getElementById('sign-in') && window.caches) caches.delete('zs-visit');

  // A wall looks again by itself; nobody sits before it.
  all('[data-refresh]').forEach((wall) => setTimeout(() => location.reload(), 1000 * wall.dataset.refresh));
  all('[data-print]').forEach((b) => b.addEventListener('click', () => print()));
  all('[data-copy]').forEach((b) => b.addEventListener('click', () => { if (navigator.clipboard) navigator.clipboard.writeText(b.dataset.copy).then(() => { b.textContent = '已复制'; }); }));
  all('[data-back]').forEach((b) => b.addEventListener('click', (e) => { if (history.length > 1) { e.preventDefault(); history.back(); } }));
})();

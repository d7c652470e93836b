// 登记督查 at the place: what is typed, the photographs and a finished record stay on this phone until the network takes them. The page works without this file, online.
(() => {
  'use strict';
  const form = document.getElementById('visit'), photos = document.getElementById('photos'), state = document.querySelector('[data-offline]'), list = document.querySelector('[data-waiting]');
  if (!form || !photos || !state || !window.indexedDB) return;
  const page = location.pathname, who = form.dataset.who, keep = 'zs-keep:' + form.dataset.keep;
  const tell = (words, tone) => { state.textContent = words; state.className = tone ? 'callout ' + tone : 'quiet'; };
  const make = (tag, words, act) => { const el = document.createElement(tag); el.textContent = words; if (act) { el.type = 'button'; el.className = 'btn-link'; el.onclick = act; } return el; };

  // Two drawers on the phone: photographs, and records that wait to be sent. Each row knows whose it is and of which item.
  const opened = new Promise((yes, no) => {
    const ask = indexedDB.open('zs-visits', 1);
    ask.onupgradeneeded = () => ['photos', 'records'].forEach((name) => ask.result.createObjectStore(name, { keyPath: 'id', autoIncrement: true }));
    ask.onsuccess = () => yes(ask.result);
    ask.onerror = () => no(ask.error);
  });
  const drawer = async (name, mode, act) => {
    const db = await opened;
    return new Promise((yes, no) => {
      const ask = act(db.transaction(name, mode).objectStore(name));
      ask.onsuccess = () => yes(ask.result);
      ask.onerror = () => no(ask.error);
    });
  };
  const mine = async (name) => (await drawer(name, 'readonly', (s) => s.getAll())).filter((row) => row.who === who && row.page === page);
  const put = (name, row) => drawer(name, 'readwrite', (s) => s.put(row));
  const drop = (name, id) => drawer(name, 'readwrite', (s) => s.delete(id));

  async function show() {
    const [kept, records] = await Promise.all([mine('photos'), mine('records')]);
    list.replaceChildren();
    for (const record of records) {
      const row = document.createElement('li'), place = (record.values.find(([name]) => name === 'place') || [])[1];
      row.append('待发送：' + (place || '督查登记') + '，照片' + (kept.filter((p) => p.record === record.id).length + record.files.length) + '张 ',
        make('button', '立即发送', () => send()), ' ', make('button', '取回修改', () => takeBack(record)));
      list.append(row);
    }
    for (const photo of kept.filter((p) => !p.record)) {
      const row = document.createElement('li'), picture = document.createElement('img');
      const reader = new FileReader();
      reader.onload = () => { picture.src = reader.result; };
      reader.readAsDataURL(photo.blob);
      picture.alt = photo.name;
      row.append(picture, ' ' + photo.name + ' ', make('button', '删去', async () => { await drop('photos', photo.id); show(); }));
      list.append(row);
    }
  }

  photos.addEventListener('change', async () => {
    try {
      for (const file of photos.files) await put('photos', { who, page, name: file.name, blob: file });
      photos.value = '';
      const names = document.querySelector('[data-file-names]');
      if (names) names.textContent = '选好的照片列在下面。';
      tell('照片已存在本机，登记时一并发出。');
    } catch { tell('本机存不下照片，请删去不要的，或有网络时再选。', 'warning'); }
    show();
  });

  async function takeBack(record) {
    const left = record.values.slice();
    const once = left.find(([name]) => name === 'zs-once');
    if (once) form.elements['zs-once'].value = once[1];
    for (const field of form.elements) {
      if (!field.name || field.type === 'hidden') continue;
      if (field.type === 'checkbox' || field.type === 'radio') { field.checked = left.some(([name, value]) => name === field.name && value === field.value); continue; }
      const at = left.findIndex(([name]) => name === field.name);
      if (at >= 0) field.value = left.splice(at, 1)[0][1];
    }
    for (const photo of await mine('photos')) if (photo.record === record.id) await put('photos', { ...photo, record: 0 });
    if (record.files.length) form.dataset.sentFiles = record.files.join(',');
    await drop('records', record.id);
    show();
  }

  // Before every other listener: with this file the record goes through the drawer, so that a network that breaks loses nothing.
  window.addEventListener('submit', async (e) => {
    if (e.target !== form) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    if (form.dataset.busy) return;
    form.dataset.busy = '1';
    try {
      const sentFiles = form.dataset.sentFiles ? form.dataset.sentFiles.split(',') : [];
      const values = Array.from(new FormData(form)).filter(([name, value]) => typeof value === 'string' && name !== 'file');
      const files = [...new FormData(form).getAll('file'), ...sentFiles];
      delete form.dataset.sentFiles;
      const id = await put('records', { who, page, at: Date.now(), values, files });
      for (const photo of await mine('photos')) if (!photo.record) await put('photos', { ...photo, record: id });
      // What is in the drawer is no longer in the form; the next record has a token of its own.
      form.reset();
      form.elements['zs-once'].value = Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');
      try { localStorage.removeItem(keep); } catch { /* a browser that keeps nothing */ }
      await show();
      await send();
    } finally { delete form.dataset.busy; }
  }, true);

  const parse = async (answer) => new DOMParser().parseFromString(await answer.text(), 'text/html');
  const signedOut = (answer) => !new URL(answer.url).pathname.startsWith('/supervision/');
  let sending = false;

  // The page is asked for first: its token is fresh, and it tells whether the session still stands.
  async function send() {
    if (sending) return;
    sending = true;
    try {
      for (const record of await mine('records')) if (!(await sendOne(record))) break;
    } catch { tell('没有网络。登记已存在本机，联网后自动发送，请不要清除浏览器数据。', 'warning'); }
    finally { sending = false; show(); }
  }

  async function sendOne(record) {
    const fresh = await fetch(page, { cache: 'no-store' });
    if (signedOut(fresh)) { tell('登录已过期。请重新登录后回到本页，登记会自动发送。', 'warning'); return false; }
    const token = (await parse(fresh)).querySelector('#visit input[name=__RequestVerificationToken]').value;
    const waiting = (await mine('photos')).filter((p) => p.record === record.id);
    for (const [i, photo] of waiting.entries()) {
      tell('正在发送照片' + (i + 1) + '/' + waiting.length + '……');
      const body = new FormData();
      body.append('__RequestVerificationToken', token);
      body.append('file', photo.blob, photo.name);
      const answer = await fetch(page.replace(/new$/, 'files'), { method: 'POST', body });
      const ids = (new URL(answer.url).searchParams.get('files') || '').split(',').filter(Boolean);
      if (!ids.length) {
        const said = (await parse(answer)).querySelector('.callout.danger');
        tell('照片“' + photo.name + '”没有发出：' + (said ? said.textContent.trim() : '请换一张再试。') + '已取回修改。', 'danger');
        await takeBack(record);
        return false;
      }
      record.files.push(...ids);
      await put('records', record);
      await drop('photos', photo.id);
    }
    tell('正在登记……');
    const body = new URLSearchParams(record.values.filter(([name]) => name !== '__RequestVerificationToken'));
    body.append('__RequestVerificationToken', token);
    record.files.forEach((id) => body.append('file', id));
    const answer = await fetch(page, { method: 'POST', body });
    const done = new URL(answer.url).pathname !== page;
    const refused = done ? null : (await parse(answer)).querySelector('.refusal');
    // A record that arrived while its answer was lost is told so by its token: it is there once.
    if (!done && !(refused && refused.dataset.rule === 'form.once')) {
      tell('还没有登记：' + (refused ? refused.querySelector('p').textContent : '请稍后再试。'), 'danger');
      if (refused) await takeBack(record);
      return false;
    }
    await drop('records', record.id);
    try { localStorage.removeItem(keep); } catch { /* a browser that keeps nothing */ }
    location.assign(done ? answer.url : page.replace(/\/visits\/new$/, ''));
    return true;
  }

  window.addEventListener('online', send);

  // The page itself is put away too, with what it needs, so that it opens without a network; the worker hands it out.
  async function putAway() {
    if (!('serviceWorker' in navigator)) { tell('本机浏览器不能离线打开本页：到现场前打开，不要关闭；填写的内容和照片都存在本机。'); return; }
    await navigator.serviceWorker.register('/visit-worker.js', { scope: '/supervision/' });
    await navigator.serviceWorker.ready;
    const needs = [...document.querySelectorAll('link[rel=stylesheet], link[rel=icon]')].map((l) => l.href).concat([...document.scripts].map((s) => s.src).filter(Boolean));
    const cache = await caches.open('zs-visit');
    await cache.addAll([page, ...needs]);
    state.dataset.offline = 'ready';
    if (!(await mine('records')).length) tell('本页已存到本机，断网也能打开和填写。');
  }

  show();
  if (navigator.onLine) putAway().catch(() => { /* the network went away meanwhile; what was put away before still serves */ });
  mine('records').then((records) => { if (records.length) send(); else if (!navigator.onLine) tell('没有网络。填写的内容和照片存在本机，联网后发送。', 'warning'); });
})();

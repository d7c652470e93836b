// 收文登记: what a registry clerk does two hundred times a day, without the mouse. The page works without this file.
(() => {
  'use strict';
  const form = document.getElementById('register'), upload = document.getElementById('upload');
  const next = document.getElementById('next');
  if (next) next.focus();
  if (!form || !upload) return;
  const field = (name) => form.elements[name];
  const touched = new Set();
  const kept = 'zs-register-typed';

  // A chosen file goes up at once; what was typed before comes back after it.
  upload.querySelector('[data-sends]').addEventListener('change', () => {
    const typed = Array.from(touched, (name) => [name, field(name).value]);
    if (typed.length) sessionStorage.setItem(kept, JSON.stringify(typed));
    upload.requestSubmit();
  });
  JSON.parse(sessionStorage.getItem(kept) || '[]').forEach(([name, value]) => { if (field(name) && value) { field(name).value = value; touched.add(name); } });
  sessionStorage.removeItem(kept);
  form.addEventListener('input', (e) => { if (e.target.name && e.target.type !== 'checkbox') touched.add(e.target.name); });

  document.addEventListener('keydown', (e) => { if (e.key === 'Enter' && (e.ctrlKey || e.metaKey) && !e.isComposing) { e.preventDefault(); document.getElementById('do-register').click(); } });

  // The whole page takes dropped files.
  const input = upload.querySelector('input[type=file]');
  document.addEventListener('dragover', (e) => { e.preventDefault(); upload.classList.add('over'); });
  document.addEventListener('dragleave', (e) => { if (!e.relatedTarget) upload.classList.remove('over'); });
  document.addEventListener('drop', (e) => {
    if (e.target.closest('[data-file-drop]')) return;
    e.preventDefault();
    upload.classList.remove('over');
    if (e.dataTransfer.files.length) { input.files = e.dataTransfer.files; input.dispatchEvent(new Event('change', { bubbles: true })); }
  });

  // The last piece of the chosen sender fills what nobody has typed; a paper that is there already is told at once.
  async function ask(path) {
    const answer = await fetch(path, { headers: { Accept: 'application/json' } });
    return answer.status === 200 ? answer.json() : null;
  }
  async function remember() {
    const last = field('sender').value.trim() && await ask('/incoming/register/sender?name=' + encodeURIComponent(field('sender').value));
    if (!last || form.dataset.read) return;
    for (const name of ['kind', 'addressee', 'urgency']) if (!touched.has(name)) field(name).value = last[name];
    if (!touched.has('documentNumber') && !field('documentNumber').value) field('documentNumber').placeholder = last.documentNumber ? '上一件：' + last.documentNumber : '没有字号的留空';
  }
  async function look() {
    const number = field('documentNumber').value.trim(), sender = field('sender').value.trim();
    const box = document.getElementById('like');
    if (!number || !sender) return;
    const like = await ask('/incoming/register/like?number=' + encodeURIComponent(number) + '&sender=' + encodeURIComponent(sender));
    if (!like) return;
    box.replaceChildren();
    if (!like.length) return;
    const part = (tag, text, name) => { const one = document.createElement(tag); if (text) one.textContent = text; if (name) one.className = name; return one; };
    const section = part('section', '', 'refusal'), list = part('ul', '', 'plain'), on = part('label', '', 'check'), tick = document.createElement('input');
    for (const one of like) {
      const item = document.createElement('li'), link = part('a', one.registryNumber);
      link.href = '/matters/' + encodeURIComponent(one.code);
      link.target = '_blank';
      item.append(link, ' 《' + one.title + '》 ', part('span', one.why, 'quiet'));
      list.append(item);
    }
    tick.type = 'checkbox'; tick.name = 'despite'; tick.value = 'true';
    on.append(tick, ' 不是同一件，仍要登记');
    section.append(part('h2', '可能重复登记'), list, on);
    box.append(section);
  }
  field('sender').addEventListener('change', () => { remember(); look(); });
  field('documentNumber').addEventListener('change', look);
})();

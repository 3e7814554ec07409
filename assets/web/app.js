// An extra.
(() => {
  const doc = document, $ = (s, r = doc) => r.querySelector(s), all = (s, r = doc) => [...r.querySelectorAll(s)];
  const on = (el, what, f) => el.addEventListener(what, f), cmd = $('dialog#cmd');
  if (cmd) {
    const q = $('input', cmd), ul = $('ul', cmd), first = ul.innerHTML, opener = $('a[data-open=cmd]');
    let wait, asked = 0, from;
    const open = e => { e.preventDefault(); if (!cmd.open) { from = doc.activeElement; cmd.showModal(); q.select(); } };
    const ask = async () => {
      const mine = ++asked, typed = q.value.trim();
      if (!typed) { ul.innerHTML = first; return; }
      try {
        const got = await fetch('/find?part=1&q=' + encodeURIComponent(typed));
        if (!got.ok || got.redirected) return;
        const list = $('ul', new DOMParser().parseFromString(await got.text(), 'text/html'));
        if (mine === asked && list) ul.innerHTML = list.innerHTML;
      } catch { /* offline */ }
    };
    if (opener) on(opener, 'click', e => { if (!e.ctrlKey && !e.metaKey && !e.shiftKey) open(e); });
    on(doc, 'keydown', e => {
      const mod = e.ctrlKey || e.metaKey;
      if (mod ? e.key === 'k' : e.key === '/' && !e.altKey && !/INPUT|TEXTAREA|SELECT/.test(e.target.tagName) && doc.documentElement.dataset.keys !== 'off') open(e);
    });
    on(q, 'input', () => { clearTimeout(wait); wait = setTimeout(ask, 120); });
    on(cmd, 'click', e => { if (e.target === cmd || e.target.closest('a')) cmd.close(); });
    on(cmd, 'close', () => { if (from) from.focus(); });
    on(cmd, 'keydown', e => {
      const step = { ArrowDown: 1, ArrowUp: -1, Escape: 2 }[e.key];
      if (!step) return;
      e.preventDefault();
      if (step > 1) return cmd.close();
      const list = all('li a', cmd), i = list.indexOf(doc.activeElement) + step;
      (list[i] || (i < 0 ? q : list[0] || q)).focus();
    });
  }
  on(doc, 'keydown', e => {
    if ((e.ctrlKey || e.metaKey) && e.key === 'Enter' && e.target.form) { e.preventDefault(); e.target.form.requestSubmit(); }
  });
  // One answer excludes the rest.
  all('[data-alone]').forEach(a => {
    const rest = all('input[type=checkbox]', a.form).filter(x => x !== a);
    on(a, 'change', () => { if (a.checked) rest.forEach(x => { x.checked = false; }); });
    rest.forEach(x => on(x, 'change', () => { if (x.checked) a.checked = false; }));
  });
  // Drafts stay in this tab.
  all('form[data-draft]').forEach(f => {
    const key = 'draft:' + f.dataset.draft, note = $('[data-saved]', f), old = sessionStorage[key], seen = {}; let t;
    if (old && !$('.err', f)) new URLSearchParams(old).forEach((v, k) => {
      const fit = all(`[name="${CSS.escape(k)}"]`, f), text = fit[seen[k] = (seen[k] ?? -1) + 1];
      fit.forEach(x => { if (/radio|checkbox/.test(x.type)) { if (x.value === v) x.checked = true; } else if (x === text) x.value = v; });
    });
    on(f, 'input', () => { clearTimeout(t); t = setTimeout(() => {
      const data = new URLSearchParams(new FormData(f));
      all('[type=hidden]', f).forEach(h => data.delete(h.name));
      sessionStorage[key] = data;
      if (note) note.textContent = (navigator.onLine ? '' : 'No connection. ') + 'Kept in this tab';
    }, 600); });
    on(f, 'submit', () => { clearTimeout(t); delete sessionStorage[key]; });
  });
  const buttons = (r, off) => all('button:not([type=button])', r).forEach(b => { b.disabled = off; });
  on(doc, 'submit', e => {
    if (/\/sign-out$|\/leaving/.test(e.target.action)) sessionStorage.clear();
    if (e.target.method === 'post') setTimeout(buttons, 0, e.target, true);
  });
  on(window, 'pageshow', () => buttons(doc, false));
  // Somebody's own pages, on a telephone that others use too: one that comes back out of the browser's memory is asked for anew, and one
  // with a field looks again after half an hour without a touch, unless something is half typed. Pages without a field do so by themselves.
  if ($('form[action="/me/leaving"]')) {
    let touched = Date.now();
    ['pointerdown', 'keydown', 'scroll'].forEach(what => on(doc, what, () => { touched = Date.now(); }));
    on(window, 'pageshow', e => { if (e.persisted) location.reload(); });
    setInterval(() => {
      const typed = all('textarea, input[type=text]').some(x => x.value !== x.defaultValue);
      if (!typed && Date.now() - touched > 31 * 6e4) location.reload();
    }, 6e4);
  }
  all('[data-print]').forEach(b => on(b, 'click', () => print()));
  all('[data-copy]').forEach(b => on(b, 'click', () => {
    const field = $('[readonly]', b.parentElement);
    field.select();
    navigator.clipboard?.writeText(field.value).then(() => { b.textContent = 'Copied'; });
  }));
})();

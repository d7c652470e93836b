// Hands out the visit form that this phone put away when there is no network. Everything else goes to the network as if this file were not there.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (e) => e.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (e) => {
  const url = new URL(e.request.url);
  if (e.request.method !== 'GET' || url.origin !== location.origin) return;
  const isForm = e.request.mode === 'navigate' && /^\/supervision\/[^/]+\/visits\/new$/.test(url.pathname);
  const isPart = /\.(css|js|svg)$/.test(url.pathname);
  if (!isForm && !isPart) return;
  e.respondWith(fetch(e.request).catch(async (gone) => {
    const kept = await caches.match(e.request, { cacheName: 'zs-visit', ignoreSearch: true, ignoreVary: true });
    if (kept) return kept;
    throw gone;
  }));
});

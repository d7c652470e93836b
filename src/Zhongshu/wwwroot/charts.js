// Draws the figures of a page with ECharts; the list under each stays for the keyboard and for readers of screens.
(() => {
  'use strict';
  if (!window.echarts) return;
  const style = getComputedStyle(document.documentElement);
  const colour = (name, otherwise) => style.getPropertyValue(name).trim() || otherwise;
  const ink = colour('--zs-ink', '#1f2933'), back = '#cbd8ea', front = colour('--zs-primary', '#1d4f91'), late = colour('--zs-danger', '#b42318');
  const size = document.querySelector('.wall') ? 18 : 14;
  // A name takes so many characters at most; the whole of it stands in the tip.
  const longest = 9;
  const words = { color: ink, fontSize: size };

  const tip = (rows) => (items) => {
    const row = rows[(items.length ? items[0] : items).dataIndex];
    const line = document.createElement('span');
    line.textContent = row.name + '：' + row.word;
    return line;
  };

  const common = (data) => ({
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, confine: true, formatter: tip(data.rows) },
  });

  // The part lies upon the whole.
  const across = (data) => ({
    ...common(data),
    grid: { left: size * Math.min(longest, Math.max(...data.rows.map((r) => r.name.length))) + 10, right: size * 5, top: 0, bottom: 0 },
    xAxis: { type: 'value', show: false },
    yAxis: { type: 'category', inverse: true, data: data.rows.map((r) => r.name), axisLine: { show: false }, axisTick: { show: false }, axisLabel: { ...words, width: size * longest, overflow: 'truncate' } },
    series: [
      { type: 'bar', data: data.rows.map((r) => Math.max(r.whole, r.value)), barWidth: size + 2, itemStyle: { color: back }, cursor: 'pointer', label: { show: true, position: 'right', ...words, formatter: (item) => data.rows[item.dataIndex].word } },
      { type: 'bar', data: data.rows.map((r) => r.value), barWidth: size + 2, barGap: '-100%', itemStyle: { color: data.late ? late : front }, cursor: 'pointer', z: 3 },
    ],
  });

  const months = (data) => ({
    ...common(data),
    grid: { left: 0, right: 0, top: size * 2, bottom: 0, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: size, itemHeight: size - 2, textStyle: words, selectedMode: false },
    xAxis: { type: 'category', data: data.rows.map((r) => r.name), axisTick: { show: false }, axisLabel: words },
    yAxis: { type: 'value', minInterval: 1, axisLabel: words },
    series: [data.series[1], data.series[0]].map((name, i) => ({
      name, type: 'bar', barMaxWidth: size * 2, cursor: 'pointer', itemStyle: { color: i ? front : back }, data: data.rows.map((r) => i ? r.value : r.whole),
    })),
  });

  document.querySelectorAll('[data-chart]').forEach((figure) => {
    const data = JSON.parse(figure.dataset.chart);
    const plot = document.createElement('div');
    plot.className = 'chart-plot';
    plot.setAttribute('aria-hidden', 'true');
    plot.style.height = (data.months ? size * 16 : data.rows.length * (size + 14) + 4) + 'px';
    figure.insertBefore(plot, figure.querySelector('ul'));
    const chart = window.echarts.init(plot, null, { renderer: 'svg' });
    chart.setOption(data.months ? months(data) : across(data));
    // A click anywhere in a row leads to what it counts.
    chart.getZr().on('click', (e) => {
      const at = chart.convertFromPixel({ gridIndex: 0 }, [e.offsetX, e.offsetY]);
      const row = at && data.rows[Math.round(at[data.months ? 0 : 1])];
      if (row) location.href = row.href;
    });
    figure.classList.add('drawn');
    new ResizeObserver(() => chart.resize()).observe(plot);
  });
})();

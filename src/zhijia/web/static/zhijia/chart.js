// Draws the charts of a page. The numbers stand in a JSON block and, for everyone, in the table beneath.
const BLUE = "#0b57a4";

function line(box, data) {
  const chart = window.echarts.init(box, null, { renderer: "canvas" });
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  chart.setOption({
    animation: !calm,
    color: [BLUE],
    grid: { left: 48, right: 16, top: 16, bottom: 32 },
    tooltip: { trigger: "axis", renderMode: "richText" },
    xAxis: { type: "category", data: data.labels },
    yAxis: { type: "value", scale: true },
    series: [{ type: "line", data: data.values, symbol: "circle", symbolSize: 7, label: { show: false } }],
  });
  window.addEventListener("resize", () => chart.resize());
}

for (const box of document.querySelectorAll("[data-chart=line]")) {
  if (window.echarts) {
    line(box, JSON.parse(document.getElementById(box.dataset.source).textContent));
  }
}

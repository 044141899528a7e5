// Copies the third-party browser files that the pages load from node_modules into the package (git-ignored),
// each with its licence, and draws one sprite of the icons named in icons.json. Run after `npm ci`.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const modules = join(root, "node_modules");
const target = join(root, "src/zhijia/web/static/vendor");

const FILES = [
  ["@tabler/core/dist/css/tabler.min.css", "tabler/tabler.min.css"],
  ["@tabler/core/dist/js/tabler.min.js", "tabler/tabler.min.js"],
  ["echarts/dist/echarts.min.js", "echarts/echarts.min.js"],
  ["echarts/LICENSE", "echarts/LICENSE"],
  ["echarts/NOTICE", "echarts/NOTICE"],
  ["@tabler/icons/LICENSE", "icons/LICENSE"],
];
const LICENCES = { "@tabler/core": "MIT", "@tabler/icons": "MIT", echarts: "Apache-2.0" };

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

function read(name) {
  try {
    return readFileSync(join(modules, name), "utf8");
  } catch {
    return stop(`${name} is missing: run "npm ci" first. / 缺少 ${name}，请先运行 npm ci。`);
  }
}

function put(name, text) {
  const path = join(target, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

// The map files are many times the size of the code; the hashed-name storage refuses a reference without its file.
function withoutMap(text) {
  return text.replace(/\n?\/\*# sourceMappingURL=\S+ \*\/\s*$/, "\n").replace(/\n?\/\/# sourceMappingURL=\S+\s*$/, "\n");
}

function sprite(icons) {
  const drawn = Object.entries(icons).map(([name, tabler]) => {
    const svg = read(`@tabler/icons/icons/outline/${tabler}.svg`);
    const inside = svg.replace(/^[\s\S]*?<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "").replace(/\s*\n\s*/g, "");
    return `<symbol id="${name}" viewBox="0 0 24 24">${inside}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">\n<!-- Tabler Icons, MIT licence, see LICENSE -->\n${drawn.join("\n")}\n</svg>\n`;
}

for (const [name, licence] of Object.entries(LICENCES)) {
  const stated = JSON.parse(read(`${name}/package.json`)).license;
  if (stated !== licence) stop(`${name}: licence is now "${stated}", not "${licence}"; decide before shipping it.`);
}
rmSync(target, { recursive: true, force: true });
for (const [from, to] of FILES) put(to, withoutMap(read(from)));
put("icons/sprite.svg", sprite(JSON.parse(readFileSync(join(root, "scripts/icons.json"), "utf8"))));
const notice = read("@tabler/core/dist/css/tabler.min.css").match(/\/\*!([\s\S]*?)\*\//)[1];
put("tabler/LICENSE", `${notice.replace(/^ \* ?/gm, "").trim()}\n\n${read("@tabler/icons/LICENSE")}`);
for (const name of ["tabler/tabler.min.css", "tabler/tabler.min.js", "echarts/echarts.min.js", "icons/sprite.svg"]) {
  const text = readFileSync(join(target, name));
  console.log(`${name} ${text.length} ${createHash("sha256").update(text).digest("hex").slice(0, 12)}`);
}
